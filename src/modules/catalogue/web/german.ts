import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";

/** Texts of a Leistung are German; says so to screen readers and translators where the page around it is not. */
export function german(content: HtmlValue, locale: Locale): SafeHtml {
  return locale === "de"
    ? html`${content}`
    : html`<div lang="de">${content}</div>`;
}
