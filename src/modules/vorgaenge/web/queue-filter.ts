import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { isNarrowed, wholeQueue } from "../domain/queue.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { QueuePage } from "../use-cases/list-vorgaenge.ts";
import {
  assigneeWord,
  queueFields,
  queueHref,
  type QueueQuery,
} from "./queue-query.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Narrows the queue: who, team, Leistung, search. Sends by GET, so that a view can be kept as a bookmark. */
export function queueFilter(
  query: QueueQuery,
  queue: QueuePage,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { narrowing, filter } = query;
  return html`<form
    class="portal-filter"
    role="search"
    action="${vorgaengePaths.queue}"
    method="get"
  >
    <input type="hidden" name="${queueFields.state}" value="${filter}" />
    ${textInput({
      name: queueFields.search,
      label: t("queue.search"),
      type: "search",
      value: narrowing.search,
      autocomplete: "off",
      locale,
    })}
    ${choices(query, queue, locale)}
    <div class="portal-filter__actions">
      ${button({ label: t("queue.filter.apply"), variant: "secondary" })}
      ${
        isNarrowed(narrowing) &&
        link(
          queueHref({ filter, after: undefined, narrowing: wholeQueue }),
          t("queue.filter.reset"),
        )
      }
    </div>
  </form>`;
}

function choices(
  { narrowing }: QueueQuery,
  { teams, leistungen }: QueuePage,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const emptyLabel = t("queue.filter.any");
  return html`${select({
    name: queueFields.assignee,
    label: t("queue.column.assignee"),
    options: (["mine", "nobody"] as const).map((who) => ({
      value: assigneeWord(who),
      label: t(`queue.filter.${who}`),
    })),
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
