import type { Locale } from "../../../../platform/i18n/texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";

/** A language in words, as the reader calls it; its code where nobody has a word. */
export function languageName(language: string, locale: Locale): string {
  if (language === "de-simple")
    return editorTexts(locale)("language.de-simple");
  return (
    new Intl.DisplayNames([locale], { type: "language" }).of(language) ??
    language
  );
}

/** The code as BCP 47 writes it; undefined for what is none, and for German, which a form already is in. */
export function readLanguage(typed: string): string | undefined {
  const code = typed.trim();
  // As long as stored overlays may have it; the pattern leaves nothing for the browser's own check to throw at.
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(code) || code.length > 20)
    return undefined;
  try {
    const [language] = Intl.getCanonicalLocales(code);
    return language === "de" ? undefined : language;
  } catch {
    return undefined;
  }
}
