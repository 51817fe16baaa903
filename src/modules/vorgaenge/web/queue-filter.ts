import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { attributes } from "../../../ui/attributes.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { link } from "../../../ui/link.ts";
import { dayInput } from "../../../ui/day-input.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  isNarrowed,
  dueChoices,
  queueOrders,
  wholeQueue,
} from "../domain/queue.ts";
import {
  assigneeWord,
  dueWords,
  orderWords,
  queueFields,
  type QueueQuery,
} from "../domain/queue-query.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import { queueHref } from "./queue-href.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Searches and narrows the queue. Sends by GET, so that a list can be kept as a bookmark. */
export function queueFilter(
  query: QueueQuery,
  queue: QueuePage,
  locale: Locale,
): SafeHtml {
  const { narrowing, filter } = query;
  const t = worklistTexts(locale);
  const isOpen = isNarrowed({ ...narrowing, search: "" }) || query.order;
  const given = attributes({
    class: "portal-queue-more",
    open: Boolean(isOpen),
  });
  return html`<form
    class="portal-queue-filter"
    role="search"
    action="${vorgaengePaths.queue}"
    method="get"
  >
    <input type="hidden" name="${queueFields.state}" value="${filter}" />
    <div class="portal-queue-search">
      ${textInput({
        name: queueFields.search,
        label: t("search.label"),
        hint: t("search.hint"),
        type: "search",
        value: narrowing.search,
        autocomplete: "off",
        locale,
      })}
      ${button({ label: t("search.submit"), variant: "secondary", icon: "search" })}
    </div>
    <details${given}>
      <summary>
        ${t(isOpen ? "filter.more.active" : "filter.more")}
      </summary>
      <div class="portal-filter">
        ${choices(query, queue, locale)}${subjects(query, queue, locale)}${more(query, locale)}
        <div class="portal-filter__actions">${actions(query, locale)}</div>
      </div>
    </details>
  </form>`;
}

function actions(query: QueueQuery, locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { filter } = query;
  const whole = {
    filter,
    order: undefined,
    after: undefined,
    narrowing: wholeQueue,
  };
  return html`${button({ label: t("queue.filter.apply"), variant: "secondary" })}
  ${isNarrowed(query.narrowing) && link(queueHref(whole), t("queue.filter.reset"))}`;
}

function choices(
  { narrowing }: QueueQuery,
  { teams, colleagues }: QueuePage,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const emptyLabel = t("queue.filter.any");
  const known = (["mine", "nobody"] as const).map((who) => ({
    value: assigneeWord(who),
    label: t(`queue.filter.${who}`),
  }));
  const people = colleagues.map(({ staffId, displayName }) => ({
    value: staffId,
    label: displayName,
  }));
  return html`${select({
    name: queueFields.assignee,
    label: t("queue.column.assignee"),
    options: [...known, ...people],
    value: assigneeWord(narrowing.assignee),
    emptyLabel,
    locale,
  })}
  ${
    teams.length > 0 &&
    select({
      name: queueFields.team,
      label: t("queue.filter.team"),
      options: teams.map(({ id, name }) => ({ value: id, label: name })),
      value: narrowing.teamId,
      emptyLabel,
      locale,
    })
  }`;
}

/** What it is about, and what was put on it. */
function subjects(
  { narrowing }: QueueQuery,
  { leistungen, labels }: QueuePage,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const emptyLabel = t("queue.filter.any");
  return html`${
    labels.length > 0 &&
    select({
      name: queueFields.label,
      label: worklistTexts(locale)("filter.label"),
      options: labels.map(({ id, name }) => ({ value: id, label: name })),
      value: narrowing.labelId,
      emptyLabel,
      locale,
    })
  }
  ${select({
    name: queueFields.leistung,
    label: t("queue.column.leistung"),
    options: leistungen.map(({ slug, title }) => ({
      value: slug,
      label: title,
    })),
    value: narrowing.leistungSlug,
    emptyLabel,
    locale,
  })}`;
}

/** Days, what is unread, and the order. */
function more({ narrowing, order }: QueueQuery, locale: Locale): SafeHtml {
  const t = worklistTexts(locale);
  return html`${dayInput(queueFields.from, t("filter.from"), narrowing.receivedFrom)}
  ${dayInput(queueFields.until, t("filter.until"), narrowing.receivedUntil)}
  ${select({
    name: queueFields.due,
    label: t("filter.due"),
    options: dueChoices.map((each) => ({
      value: dueWords[each],
      label: t(`filter.due.${each}`),
    })),
    value: narrowing.due && dueWords[narrowing.due],
    emptyLabel: vorgaengeTexts(locale)("queue.filter.any"),
    locale,
  })}
  ${select({
    name: queueFields.order,
    label: t("order.label"),
    options: queueOrders.map((each) => ({
      value: orderWords[each],
      label: t(`order.${each}`),
    })),
    value: order && orderWords[order],
    emptyLabel: t("order.default"),
    locale,
  })}
  ${checkbox({
    name: queueFields.unread,
    label: t("filter.unread"),
    value: "ja",
    isChecked: narrowing.isUnread,
    locale,
  })}
  ${checkbox({
    name: queueFields.mentioned,
    label: t("filter.mentioned"),
    value: "ja",
    isChecked: narrowing.isMentioned,
    locale,
  })}`;
}
