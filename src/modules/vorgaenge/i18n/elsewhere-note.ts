import { locales } from "../../../platform/i18n/texts.ts";
import { noticeTexts } from "./notice-texts.ts";

/** What the applicant reads when a back office has taken over or refused; in all languages, as which one they read is not known. */
export function elsewhereNote(
  answer: "delivered" | "rejected",
  place: string,
): string {
  return locales
    .map((locale) => noticeTexts(locale)(`elsewhere.${answer}`, { place }))
    .join("\n\n");
}
