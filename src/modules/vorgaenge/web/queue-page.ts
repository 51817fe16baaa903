import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { attributes } from "../../../ui/attributes.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { table } from "../../../ui/table.ts";
import { formatCursor, type QueueFilter } from "../domain/queue.ts";
import { vorgangStates } from "../domain/states.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import { stateBadge } from "./state-words.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

export type QueuePageProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly filter: QueueFilter;
  /** True on a page after the first. */
  readonly isContinued: boolean;
  readonly queue: QueuePage;
};

/** Vorgänge of the own authority: filter with counts, table, what is new in bold. */
export function queuePage(props: QueuePageProps): Page {
  const { locale, queue } = props;
  const t = vorgaengeTexts(locale);
  const title = t("queue.title");
  return page({
    title,
    layout: "wide",
    section: vorgaengePaths.queue,
    main: html`${pageHeading({ title })} ${filterLinks(props)}
    ${queue.entries.length === 0 ? nothing(props) : entryTable(props)}
    ${pageLinks(props)}`,
  });
}

const filters: readonly QueueFilter[] = ["open", ...vorgangStates, "all"];

function filterLinks({ locale, filter, queue }: QueuePageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const chip = (each: QueueFilter) => {
    const given = attributes({
      class: "portal-chip",
      href: filterHref(each),
      "aria-current": each === filter ? "page" : undefined,
    });
    return html`<li>
      <a${given}>${filterLabel(each, locale)} (${queue.counts[each]})</a>
    </li>`;
  };
  return html`<nav aria-label="${t("queue.filter.label")}">
    <ul class="portal-list portal-chips">
      ${filters.map(chip)}
    </ul>
  </nav>`;
}

function entryTable(props: QueuePageProps): SafeHtml {
  const { locale, filter, queue } = props;
  const t = vorgaengeTexts(locale);
  return table({
    caption: t("queue.caption", { filter: filterLabel(filter, locale) }),
    isCaptionHidden: true,
    columns: [
      { label: t("queue.column.reference") },
      { label: t("queue.column.leistung") },
      { label: t("queue.column.received") },
      { label: t("queue.column.state") },
      { label: t("queue.column.since") },
    ],
    rows: queue.entries.map((entry) => ({
      isUnread: entry.isUnread,
      cells: cellsOf(entry, props),
    })),
  });
}

function cellsOf(
  entry: QueueEntry,
  { locale, now }: QueuePageProps,
): (SafeHtml | string)[] {
  const t = vorgaengeTexts(locale);
  const unread =
    entry.isUnread &&
    html` <span class="kern-sr-only">(${t("queue.unread")})</span>`;
  return [
    html`${link(vorgaengePaths.vorgang(entry.id), entry.reference)}${unread}`,
    entry.leistungTitle,
    dayWords(entry.receivedAt, now, locale),
    stateBadge(entry.state, locale),
    dayWords(entry.stateSince, now, locale),
  ];
}

function dayWords(date: Date, now: Date, locale: Locale): SafeHtml {
  return html`<time datetime="${date.toISOString()}"
    >${formatDate(date, locale)} (${formatDaysAgo(date, now, locale)})</time
  >`;
}

function nothing({ locale, queue }: QueuePageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  if (queue.counts.all === 0) {
    return emptyState({
      title: t("queue.empty.all.title"),
      body: t("queue.empty.all.body"),
    });
  }
  return emptyState({
    title: t("queue.empty.filter.title"),
    body: t("queue.empty.filter.body"),
    action: {
      label: t("queue.empty.filter.action"),
      href: filterHref("all"),
    },
  });
}

function pageLinks(props: QueuePageProps): SafeHtml | false {
  const { locale, filter, queue, isContinued } = props;
  if (!queue.next && !isContinued) return false;
  const t = vorgaengeTexts(locale);
  const nextHref =
    queue.next &&
    `${filterHref(filter)}&nach=${encodeURIComponent(formatCursor(queue.next))}`;
  return html`<nav class="portal-pagination" aria-label="${t("queue.pages")}">
    <span>${isContinued && link(filterHref(filter), t("queue.first"))}</span>
    <span></span>
    <span>${nextHref !== undefined && link(nextHref, t("queue.next"))}</span>
  </nav>`;
}

function filterHref(filter: QueueFilter): string {
  return `${vorgaengePaths.queue}?stand=${filter}`;
}

function filterLabel(filter: QueueFilter, locale: Locale): string {
  const t = vorgaengeTexts(locale);
  return filter === "open" || filter === "all"
    ? t(`queue.filter.${filter}`)
    : t(`state.${filter}`);
}
