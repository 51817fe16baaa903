import { html, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { uiTexts } from "./i18n/texts.ts";

/** Prints the page; shown by the script `print-page`, as it does nothing without. */
export function printButton(locale: Locale): SafeHtml {
  return html`<p class="portal-print" hidden>
    <button type="button" class="kern-btn kern-btn--secondary" data-print>
      <span class="kern-label">${uiTexts(locale)("print")}</span>
    </button>
  </p>`;
}
