import {
  html,
  uncheckedHtml,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  inLanguage,
  type InLanguages,
} from "../domain/content/leistung-content.ts";
import { richText } from "../domain/content/rich-text.ts";

/** Texts of a Leistung are German; says so to screen readers and translators where the page around it is not. */
export function german(content: HtmlValue, locale: Locale): SafeHtml {
  return inOwnLanguage(content, "de", locale);
}

/** Formatted text in the language of the page, else in German and marked so. Cleaned once more: what lies in the database cannot become markup. */
export function formatted(texts: InLanguages, locale: Locale): SafeHtml {
  const { text, language } = inLanguage(texts, locale);
  return inOwnLanguage(uncheckedHtml(richText(text)), language, locale);
}

/** A few words that say which language they are in, where that is not the page's. */
export function inline(
  {
    content,
    language,
  }: { readonly content: HtmlValue; readonly language: string },
  locale: Locale,
): SafeHtml {
  return language === locale
    ? html`${content}`
    : html`<span lang="${language}">${content}</span>`;
}

function inOwnLanguage(
  content: HtmlValue,
  language: string,
  locale: Locale,
): SafeHtml {
  return language === locale
    ? html`${content}`
    : html`<div lang="${language}">${content}</div>`;
}
