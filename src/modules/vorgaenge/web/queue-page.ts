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
import {
  countedAtMost,
  isNarrowed,
  queueFilters,
  wholeQueue,
  type QueueFilter,
} from "../domain/queue.ts";
import type { QueueQuery } from "../domain/queue-query.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import type { StaffNotice } from "../use-cases/list-notices.ts";
import { personalNotices } from "./personal-notices.ts";
import { queueFilter } from "./queue-filter.ts";
import { queueHref } from "./queue-href.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import { stateBadge } from "./state-words.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

export type QueuePageProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly query: QueueQuery;
  readonly ownId: string;
  readonly queue: QueuePage;
  readonly notices: readonly StaffNotice[];
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
    main: html`${pageHeading({ title })}
    ${personalNotices(props.notices, props)}
    ${queueFilter(props.query, queue, locale)} ${filterLinks(props)}
    ${queue.entries.length === 0 ? nothing(props) : entryTable(props)}
    ${pageLinks(props)}`,
  });
}

function filterLinks({ locale, query, queue }: QueuePageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const chip = (each: QueueFilter) => {
    const given = attributes({
      class: "portal-chip",
      href: queueHref({ ...query, filter: each, after: undefined }),
      "aria-current": each === query.filter ? "page" : undefined,
    });
    return html`<li>
      <a${given}>${filterLabel(each, locale)} (${countWords(queue.counts[each], countedAtMost, locale)})</a>
    </li>`;
  };
  return html`<nav aria-label="${t("queue.filter.label")}">
    <ul class="portal-list portal-chips">
      ${queueFilters.map(chip)}
    </ul>
  </nav>`;
}

function entryTable(props: QueuePageProps): SafeHtml {
  const { locale, query, queue } = props;
  const t = vorgaengeTexts(locale);
  return table({
    caption: t("queue.caption", { filter: filterLabel(query.filter, locale) }),
    isCaptionHidden: true,
    columns: [
      { label: t("queue.column.reference") },
      { label: t("queue.column.leistung") },
      { label: t("queue.column.received") },
      { label: t("queue.column.state") },
      { label: t("queue.column.since") },
      { label: t("queue.column.assignee") },
    ],
    rows: queue.entries.map((entry) => ({
      isUnread: entry.isUnread,
      cells: cellsOf(entry, props),
    })),
  });
}

function cellsOf(
  entry: QueueEntry,
  props: QueuePageProps,
): (SafeHtml | string)[] {
  const { locale, now } = props;
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
    assigneeWords(entry, props),
  ];
}

/** Marked where one does the work of somebody who is away. */
function assigneeWords(
  { assigneeId }: QueueEntry,
  { locale, queue, ownId }: QueuePageProps,
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

function dayWords(date: Date, now: Date, locale: Locale): SafeHtml {
  return html`<time datetime="${date.toISOString()}"
    >${formatDate(date, locale)} (${formatDaysAgo(date, now, locale)})</time
  >`;
}

function nothing({ locale, queue, query }: QueuePageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  if (queue.counts.all === 0 && !isNarrowed(query.narrowing)) {
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
      href: queueHref({
        filter: "all",
        order: undefined,
        after: undefined,
        narrowing: wholeQueue,
      }),
    },
  });
}

function pageLinks(props: QueuePageProps): SafeHtml | false {
  const { locale, query, queue } = props;
  const isContinued = query.after !== undefined;
  if (!queue.next && !isContinued) return false;
  const t = vorgaengeTexts(locale);
  const nextHref = queue.next && queueHref({ ...query, after: queue.next });
  const firstHref = queueHref({ ...query, after: undefined });
  return html`<nav class="portal-pagination" aria-label="${t("queue.pages")}">
    <span>${isContinued && link(firstHref, t("queue.first"))}</span>
    <span></span>
    <span>${nextHref !== undefined && link(nextHref, t("queue.next"))}</span>
  </nav>`;
}

function filterLabel(filter: QueueFilter, locale: Locale): string {
  const t = vorgaengeTexts(locale);
  return filter === "open" || filter === "all"
    ? t(`queue.filter.${filter}`)
    : t(`state.${filter}`);
}

/** A number, or that there are more than were counted. */
function countWords(count: number, atMost: number, locale: Locale): string {
  return count > atMost
    ? worklistTexts(locale)("count.more", { count: atMost })
    : String(count);
}
