import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { urgencyOf } from "../domain/clock.ts";
import type { ColumnKey } from "../domain/queue-layout.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import { dueBadge } from "./clock-section.ts";
import { labelChips } from "./label-chip.ts";
import { stateBadge } from "./state-words.ts";

/** What cells are made from. */
export type CellProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly ownId: string;
  readonly queue: QueuePage;
};

type Cell = (entry: QueueEntry, props: CellProps) => SafeHtml | string | false;

/** What each column shows; a key without a cell does not compile. */
export const columnCells: Readonly<Record<ColumnKey, Cell>> = {
  leistung: leistungWords,
  received: ({ receivedAt }, { now, locale }) =>
    dayWords(receivedAt, now, locale),
  state: ({ state }, { locale }) => stateBadge(state, locale),
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
): string {
  if (assigneeId === undefined) return "–";
  const t = vorgaengeTexts(locale);
  const assignee = queue.colleagues.find(
    ({ staffId }) => staffId === assigneeId,
  );
  if (!assignee) return t("vorgang.unknown-staff");
  const { displayName: name, substituteId } = assignee;
  return substituteId === ownId ? t("queue.substituted", { name }) : name;
}

/** A traffic light only where the office has set how long it may take. */
function dueWords(
  { dueOn: on, leistungSlug }: QueueEntry,
  { locale, now, queue }: CellProps,
): SafeHtml | string {
  const rule = queue.clockRules.get(leistungSlug);
  if (on === undefined || !rule) return "–";
  const urgency = urgencyOf(on, { ...rule, today: dayOf(now) });
  return dueBadge({ on, urgency }, locale);
}

function teamWords(
  { teamId, leistungSlug }: QueueEntry,
  { queue }: CellProps,
): string {
  const team = queue.teams.find(({ id, leistungen }) =>
    teamId === undefined
      ? leistungen.some(({ slug }) => slug === leistungSlug)
      : id === teamId,
  );
  return team?.name ?? "–";
}

function dayWords(date: Date, now: Date, locale: Locale): SafeHtml {
  return html`<time datetime="${date.toISOString()}"
    >${formatDate(date, locale)}
    <span class="portal-queue-ago"
      >(${formatDaysAgo(date, now, locale)})</span
    ></time
  >`;
}
