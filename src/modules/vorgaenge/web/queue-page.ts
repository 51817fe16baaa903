import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { attributes } from "../../../ui/attributes.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import {
  isNarrowed,
  queueFilters,
  wholeQueue,
  type QueueFilter,
} from "../domain/queue.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { countWords } from "./count-words.ts";
import { liveNotice } from "./live-notice.ts";
import { personalNotices } from "./personal-notices.ts";
import { queueFilter } from "./queue-filter.ts";
import { queueHref } from "./queue-href.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { batchErrors, queueTable } from "./queue-table.ts";
import { queueViews } from "./queue-views.ts";
import { shortcutHelp } from "./shortcut-help.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Vorgänge of the own authority: filter with counts, table, what is new in bold. */
export function queuePage(props: QueuePageProps): Page {
  const { locale, queue } = props;
  const t = vorgaengeTexts(locale);
  const title = t("queue.title");
  const errors = batchErrors(props);
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? t("step.error-title", { title }) : title,
    layout: "wide",
    section: vorgaengePaths.queue,
    scripts: ["queue", ...(errors.length > 0 ? ["focus-error-summary"] : [])],
    main: html`<div class="portal-queue">
      ${errorSummary({ errors, locale })} ${pageHeading({ title })}
      ${liveNotice(props)} ${personalNotices(props.notices, props)}
      ${queueFilter(props.query, queue, locale)} ${queueViews(props)}
      ${filterLinks(props)}
      ${queue.entries.length === 0 ? nothing(props) : queueTable(props, captionOf(props))}
      ${pageLinks(props)} ${shortcutHelp(props)}
    </div>`,
  });
}

function captionOf({ locale, query }: QueuePageProps): string {
  const filter = filterLabel(query.filter, locale);
  return vorgaengeTexts(locale)("queue.caption", { filter });
}

function filterLinks({ locale, query, queue }: QueuePageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const chip = (each: QueueFilter) => {
    const given = attributes({
      class: "portal-tab",
      href: queueHref({ ...query, filter: each, after: undefined }),
      "aria-current": each === query.filter ? "page" : undefined,
    });
    return html`<li>
      <a${given}
        >${filterLabel(each, locale)}
        <span class="portal-tab__count"
          >${countWords(queue.counts[each], queue.counts.atMost, locale)}</span
        ></a
      >
    </li>`;
  };
  return html`<nav aria-label="${t("queue.filter.label")}">
    <ul class="portal-list portal-tabs">
      ${queueFilters.map(chip)}
    </ul>
  </nav>`;
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
