import { dayOf, startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatShortDate } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { attributes } from "../../../ui/attributes.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import { urgencyOf, type Urgency } from "../domain/clock.ts";
import type { ColumnKey } from "../domain/queue-layout.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import { labelChips } from "./label-chip.ts";
import { stateBadge } from "./state-words.ts";

/** What cells are made from. */
export type CellProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly ownId: string;
  readonly queue: QueuePage;
};

/** Left out where there is room for little. */
const nothing = html`<span class="portal-none">–</span>`;

type Cell = (entry: QueueEntry, props: CellProps) => SafeHtml | string | false;

/** What each column shows; a key without a cell does not compile. */
export const columnCells: Readonly<Record<ColumnKey, Cell>> = {
  leistung: leistungWords,
  received: ({ receivedAt }, { now, locale }) =>
    dayWords(receivedAt, now, locale),
  state: stateWords,
  since: ({ stateSince }, { now, locale }) => dayWords(stateSince, now, locale),
  due: dueWords,
  assignee: assigneeWords,
  team: teamWords,
  labels: ({ id }, { queue }) => labelChips(queue.labelsOf.get(id) ?? []),
};

/** The head of a column. */
export function columnLabel(key: ColumnKey, locale: Locale): string {
  return worklistTexts(locale)(`column.${key}`);
}

/** Marked where it came from another authority. */
function leistungWords(
  { leistungTitle, arrivedFrom: name }: QueueEntry,
  { locale }: CellProps,
): SafeHtml | string {
  if (name === undefined) return leistungTitle;
  const words = vorgaengeTexts(locale)("arrival.badge", { name });
  return html`${leistungTitle}<br /><span class="portal-muted">${words}</span>`;
}

/** Marked where one does the work of somebody who is away. */
function assigneeWords(
  { assigneeId }: QueueEntry,
  { locale, queue, ownId }: CellProps,
): SafeHtml | string {
  if (assigneeId === undefined) return nothing;
  const t = vorgaengeTexts(locale);
  const assignee = queue.colleagues.find(
    ({ staffId }) => staffId === assigneeId,
  );
  if (!assignee) return t("vorgang.unknown-staff");
  const { displayName: name, substituteId } = assignee;
  return substituteId === ownId ? t("queue.substituted", { name }) : name;
}

/** By the office's own word where it has one; since when is said here unless it has a column. */
function stateWords(
  { state, stateSince, leistungSlug }: QueueEntry,
  { locale, now, queue }: CellProps,
): SafeHtml {
  const { columns } = queue.layout;
  const names = queue.stateNames.get(leistungSlug);
  const shown = stateBadge(state, locale, names);
  if (columns.includes("since")) return shown;
  return twoLines(shown, formatDaysAgo(stateSince, now, locale));
}

/** What stands below is smaller and quieter. */
function twoLines(first: SafeHtml | string, second: string): SafeHtml {
  return html`<span class="portal-cell"
    >${first}<span class="portal-cell__more">${second}</span></span
  >`;
}

/** A traffic light only where the office has set how long it may take; what has time needs no colour. */
function dueWords(
  { dueOn: on, leistungSlug }: QueueEntry,
  { locale, now, queue }: CellProps,
): SafeHtml | string {
  const rule = queue.clockRules.get(leistungSlug);
  if (on === undefined || !rule) return nothing;
  const urgency = urgencyOf(on, { ...rule, today: dayOf(now) });
  const due = startOfDay(on);
  const kind = kindOfUrgency[urgency];
  const day = formatShortDate(due, locale);
  return twoLines(
    kind ? badge(kind, day) : day,
    urgency === "late"
      ? worklistTexts(locale)("due.late")
      : formatDaysAgo(due, now, locale),
  );
}

const kindOfUrgency = {
  "in-time": undefined,
  soon: "warning",
  late: "danger",
} as const satisfies Record<Urgency, BadgeKind | undefined>;

function teamWords(
  { teamId, leistungSlug }: QueueEntry,
  { queue }: CellProps,
): SafeHtml | string {
  const team = queue.teams.find(({ id, leistungen }) =>
    teamId === undefined
      ? leistungen.some(({ slug }) => slug === leistungSlug)
      : id === teamId,
  );
  return team?.name ?? nothing;
}

function dayWords(date: Date, now: Date, locale: Locale): SafeHtml {
  const given = attributes({
    class: "portal-cell",
    datetime: date.toISOString(),
  });
  return html`<time${given}
    >${formatShortDate(date, locale)}
    <span class="portal-cell__more"
      >${formatDaysAgo(date, now, locale)}</span
    ></time
  >`;
}
