import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { attributes } from "../../../ui/attributes.ts";
import { link } from "../../../ui/link.ts";
import { formatQueueQuery } from "../domain/queue-query.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import {
  viewCountedAtMost,
  type CountedView,
} from "../use-cases/list-vorgaenge.ts";
import { countWords } from "./count-words.ts";
import { keepViewForm } from "./keep-view-form.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Kept lists with how much is in them, and keeping this one. */
export function queueViews(props: QueuePageProps): SafeHtml {
  const { locale, queue, query } = props;
  const t = worklistTexts(locale);
  const here = formatQueueQuery({ ...query, after: undefined });
  return html`<div class="portal-queue-views">
    ${
      queue.views.length > 0 &&
      html`<nav aria-label="${t("views.label")}">
        <ul class="portal-list portal-chips">
          ${queue.views.map((view) => viewChip(view, here, props))}
        </ul>
      </nav>`
    }
    <details class="portal-queue-more">
      <summary>${t("views.keep")}</summary>
      ${keepForm(props, here)}
    </details>
    ${link(vorgaengePaths.layout, t("layout.link"))}
  </div>`;
}

function viewChip(
  { name, query, count, teamId }: CountedView,
  here: string,
  { locale }: QueuePageProps,
): SafeHtml {
  const t = worklistTexts(locale);
  const given = attributes({
    class: "portal-chip portal-chip--small",
    href: `${vorgaengePaths.queue}?${query}`,
    "aria-current": query === here ? "page" : undefined,
  });
  const words =
    count === undefined
      ? ""
      : ` (${countWords(count, viewCountedAtMost, locale)})`;
  return html`<li>
    <a${given}>${name}${words}${teamId !== undefined && html`<span class="kern-sr-only">, ${t("views.shared")}</span>`}</a>
  </li>`;
}

function keepForm(
  { locale, queue, mayShare }: QueuePageProps,
  here: string,
): SafeHtml {
  const typed = { name: "", query: here, teamId: "" };
  return keepViewForm({ locale, list: queue, mayShare, typed });
}
