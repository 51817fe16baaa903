import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { representationTexts } from "../i18n/texts.ts";

/** A day such as `2027-03-01` in words. */
export function dayText(day: string, locale: Locale): string {
  return formatDate(new Date(`${day}T12:00:00.000Z`), locale);
}

/** What a mandate is for: as it was called when it was given. */
export function scopeText(scopeLabel: string, locale: Locale): string {
  return scopeLabel === ""
    ? representationTexts(locale)("scope.all")
    : scopeLabel;
}

/** `2027-03-01` of three inputs; what is no date becomes a text that no rule takes. */
export function dayOf(typed: {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}): string {
  const two = (part: string) => part.trim().padStart(2, "0");
  return `${typed.year.trim()}-${two(typed.month)}-${two(typed.day)}`;
}
