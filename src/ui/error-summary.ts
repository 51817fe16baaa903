import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { icon } from "./icon.ts";
import { uiTexts } from "./i18n/texts.ts";

export type SummarisedError = {
  /** Id of the input the error belongs to. */
  readonly fieldId: string;
  readonly text: string;
};

/**
 * List of all errors at the top of a form page, each a link to its field. Empty markup without errors.
 *
 * It takes the focus when the page loads: `autofocus` does so without script in current browsers, and the page's title should start
 * with "Fehler:" as well (WCAG 3.3.1, technique G139).
 */
export function errorSummary(props: {
  readonly errors: readonly SummarisedError[];
  readonly locale: Locale;
}): SafeHtml {
  const count = props.errors.length;
  if (count === 0) return html``;
  const t = uiTexts(props.locale);
  const title =
    count === 1
      ? t("error-summary.title.one")
      : t("error-summary.title.many", { count });
  return html`<div
    class="kern-alert kern-alert--danger portal-error-summary"
    id="error-summary"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="error-summary-title"
  >
    <div class="kern-alert__header">
      ${icon("danger")}
      <h2 class="kern-title" id="error-summary-title">${title}</h2>
    </div>
    <div class="kern-alert__body">
      <ul class="kern-list kern-list--bullet">
        ${props.errors.map(
          (error) =>
            html`<li>
              <a class="kern-link" href="#${error.fieldId}">${error.text}</a>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
