import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { actForm } from "./act-form.ts";
import { abovePath, editPath, successorPath } from "./editor-labels.ts";

/** Whether everybody sees it, and the way to change that. */
export function visibility(
  { id, slug, isHidden }: EditedLeistung,
  {
    locale,
    needsApproval,
    hasAbove,
  }: {
    readonly locale: Locale;
    readonly needsApproval?: boolean | undefined;
    readonly hasAbove?: boolean | undefined;
  },
): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("edit.visibility"),
    body: html`<p>
        ${t(isHidden ? "edit.visibility.show" : "edit.visibility.hide")}
        ${isHidden && needsApproval === true && t("edit.visibility.approval")}
      </p>
      ${
        hasAbove === true &&
        html`<p>
          ${t("edit.visibility.above")} ${link(abovePath, t("of-above.link"))}
        </p>`
      }
      ${actForm(editPath(id), {
        label: t(isHidden ? "edit.show" : "edit.hide"),
        value: isHidden ? "zeigen" : "verbergen",
      })}
      <p>
        ${t("successor.hint")} ${link(successorPath(slug), t("successor.link"))}
      </p>`,
  });
}
