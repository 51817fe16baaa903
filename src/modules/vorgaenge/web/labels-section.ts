import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { link } from "../../../ui/link.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { labelChips } from "./label-chip.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const labelFields = { ticked: "schlagwort", seen: "vorher" } as const;

/** Labels of a Vorgang, and ticking others. */
export function labelsSection(
  { vorgang, collaboration }: OpenedVorgang,
  may: { readonly edit: boolean; readonly manageLabels: boolean },
  locale: Locale,
): VorgangSection {
  const t = vorgaengeTexts(locale);
  const { labels, labelIds } = collaboration;
  const put = labels.filter(({ id }) => labelIds.includes(id));
  return {
    id: "schlagwoerter",
    title: t("labels.title"),
    body: html`${labelChips(put) || html`<p class="portal-muted">${t("labels.none")}</p>`}
    ${may.edit && labels.length > 0 && form()}
    ${may.manageLabels && html`<p>${link(vorgaengePaths.labels, t("labels.manage"))}</p>`}`,
  };

  function form(): SafeHtml {
    return html`<details class="portal-fold">
      <summary>${t("labels.change")}</summary>
      <form method="post" action="${vorgaengePaths.labelled(vorgang.id)}">
        ${labelIds.map((id) => html`<input type="hidden" name="${labelFields.seen}" value="${id}" />`)}
        ${checkboxes({
          name: labelFields.ticked,
          label: t("labels.choose"),
          options: labels.map(({ id, name }) => ({ value: id, label: name })),
          values: labelIds,
          locale,
        })}
        ${button({ label: t("labels.save"), variant: "secondary" })}
      </form>
    </details>`;
  }
}
