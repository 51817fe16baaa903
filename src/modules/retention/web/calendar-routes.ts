import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { csvOf } from "../../../platform/values/csv.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type { RetentionPorts } from "../ports.ts";
import {
  noteArchiveStep,
  type ArchiveStep,
} from "../use-cases/offer-to-archive.ts";
import { exportCalendar, readCalendar } from "../use-cases/read-calendar.ts";
import { calendarPage } from "./calendar-page.ts";
import {
  calendarFields,
  calendarHref,
  readCalendarQuery,
} from "./calendar-query.ts";
import { retentionPaths } from "./retention-paths.ts";
import { standingWords } from "./term-words.ts";

type Ports = Pick<RetentionPorts, "vorgaenge" | "listUnderway">;

/** The calendar of deletion, for who works on Vorgänge. */
export function calendarRoutes(ports: Ports): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest, ports: Ports) => Promise<Reply>,
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: method === "GET" ? "vorgang.read" : "vorgang.edit",
    handle: (request) => handle(request, ports),
  });
  return [
    route("GET", retentionPaths.calendar, showCalendar),
    route("GET", retentionPaths.calendarCsv, sendCsv),
    route("POST", retentionPaths.archive, noteStep),
  ];
}

async function showCalendar(
  { context, locale, query }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const filter = readCalendarQuery(query);
  const read = await readCalendar(context, ports, filter);
  if (!read.ok) return showError(404);
  const noted = query.get("vermerkt");
  return calendarPage({
    locale,
    filter,
    calendar: read.value,
    mayEdit: context.actor.may("vorgang.edit"),
    noted:
      noted !== null && /^\d{1,4}$/.test(noted) ? Number(noted) : undefined,
  });
}

async function sendCsv(
  { context, locale, query }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const t = retentionTexts(locale);
  const read = await exportCalendar(context, ports, readCalendarQuery(query));
  if (!read.ok) return showError(404);
  const head = [
    t("column.reference"),
    t("column.leistung"),
    t("column.closed"),
    t("column.due"),
    t("column.standing"),
  ];
  const rows = read.value.map((entry) => [
    entry.reference,
    entry.leistungTitle,
    dayOf(entry.endedAt),
    entry.dueOn,
    standingWords(entry.standing, locale),
  ]);
  return {
    kind: "download",
    contentType: "text/csv; charset=utf-8; header=present",
    filename: "loeschkalender.csv",
    disposition: "attachment",
    body: Buffer.from(csvOf([head, ...rows])),
  };
}

const steps: readonly ArchiveStep[] = ["offered", "taken", "refused"];

async function noteStep(
  { context, fields }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const step = steps.find((it) => it === fields.get(calendarFields.step));
  if (!step) return redirect(retentionPaths.calendar);
  const vorgangIds = fields.getAll(calendarFields.item);
  const result = await noteArchiveStep(context, ports, { vorgangIds, step });
  if (!result.ok) return showError(404);
  const back = calendarHref(readCalendarQuery(fields));
  const joint = back.includes("?") ? "&" : "?";
  return redirect(`${back}${joint}vermerkt=${String(result.value)}`);
}
