import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { actionField, updateAction } from "../domain/apply-action.ts";
import type { ShownPage } from "../domain/shown-pages.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { liveField } from "../rules/has-appeared.ts";
import { liveRulesOf } from "./live-rules-of.ts";

/** What the script `form-rules` works with, which also says when questions appear. Without it answers change the page when they are sent. */
export function renderLiveParts(
  page: ShownPage,
  form: EvaluatedForm,
  locale: Locale,
): SafeHtml {
  const rules = JSON.stringify(liveRulesOf(form, page, locale));
  return html`<p
      class="kern-sr-only"
      role="status"
      id="form-rules"
      data-live="${liveField}"
      data-rules="${rules}"
    ></p>
    <noscript
      >${button({ label: formsTexts(locale)("action.update"), variant: "secondary", name: actionField, value: updateAction })}</noscript
    >`;
}
