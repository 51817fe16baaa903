import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  readSpecialDays,
  writeSpecialDays,
  type SpecialDayFault,
} from "../domain/special-day-lines.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import { changeVisits } from "../use-cases/change-visits.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import {
  longestWords,
  visitsListPage,
  visitsPage,
  visitsPath,
  type VisitsForm,
} from "./visits-page.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = `${visitsPath}/:name`;

/** Where editors say how and on which days people find an office. */
export const visitsRoutes: readonly Route[] = [
  { method: "GET", path: visitsPath, ...access, handle: showList },
  { method: "GET", path, ...access, handle: showForm },
  { method: "POST", path, ...access, handle: change },
];

async function showList({ context, locale }: PortalRequest): Promise<Reply> {
  return page({
    title: tenantsTexts(locale)("visits.title"),
    main: visitsListPage(await listOffices(context), locale),
    section: visitsPath,
    layout: "wide",
  });
}

async function showForm(request: PortalRequest): Promise<Reply> {
  const office = await officeOf(request);
  if (!office) return showError(404);
  const { locale, query } = request;
  return formPage({
    office,
    locale,
    isSaved: query.get("getan") === "gespeichert",
    typed: {
      days: writeSpecialDays(office.specialDays),
      transport: office.transport ?? "",
      accessibility: office.accessibility ?? "",
      note: office.note ?? "",
    },
    errors: {},
  });
}

async function change(request: PortalRequest): Promise<Reply> {
  const office = await officeOf(request);
  if (!office) return showError(404);
  const { context, fields, locale } = request;
  const field = (name: string) =>
    (fields.get(name) ?? "").replaceAll("\r\n", "\n");
  const typed = {
    days: field("tage"),
    transport: field("anfahrt"),
    accessibility: field("zugang"),
    note: field("hinweis"),
  };
  const days = readSpecialDays(typed.days);
  const tooLong = (text: string) =>
    text.length > longestWords
      ? tenantsTexts(locale)("visits.too-long", { max: longestWords })
      : undefined;
  const errors = {
    days: days.ok ? undefined : faultInWords(days.refusal, locale),
    transport: tooLong(typed.transport),
    accessibility: tooLong(typed.accessibility),
    note: tooLong(typed.note),
  };
  const isWrong = Object.values(errors).some((error) => error !== undefined);
  if (!days.ok || isWrong)
    return formPage({ office, locale, isSaved: false, typed, errors });
  const changed = await changeVisits(context, office.slug, {
    specialDays: days.value,
    transport: typed.transport.trim() || null,
    accessibility: typed.accessibility.trim() || null,
    note: typed.note.trim() || null,
  });
  if (changed.ok)
    return redirect(`${visitsPath}/${office.slug}?getan=gespeichert`);
  return showError(changed.refusal.kind === "not-permitted" ? 403 : 404);
}

async function officeOf({ context, params }: PortalRequest) {
  const offices = await listOffices(context);
  return offices.find(({ slug }) => slug === params["name"]);
}

function faultInWords(
  fault: SpecialDayFault,
  locale: VisitsForm["locale"],
): string {
  const t = tenantsTexts(locale);
  return fault.kind === "too-many"
    ? t("visits.too-many")
    : t(`visits.${fault.kind}`, { line: fault.line });
}

function formPage(form: VisitsForm): Reply {
  const isWrong = Object.values(form.errors).some(
    (error) => error !== undefined,
  );
  const t = tenantsTexts(form.locale);
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong
      ? t("visits.error", { name: form.office.name })
      : form.office.name,
    main: visitsPage(form),
    section: visitsPath,
    layout: "wide",
    scripts: ["focus-error-summary"],
  });
}
