import type { Locale } from "../../../platform/i18n/texts.ts";
import { representationTexts } from "../i18n/texts.ts";

/** What a mandate is for: as it was called when it was given. */
export function scopeText(scopeLabel: string, locale: Locale): string {
  return scopeLabel === ""
    ? representationTexts(locale)("scope.all")
    : scopeLabel;
}
