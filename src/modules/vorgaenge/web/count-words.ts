import type { Locale } from "../../../platform/i18n/texts.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";

/** A number, or that there are more than were counted. */
export function countWords(
  count: number,
  atMost: number,
  locale: Locale,
): string {
  return count > atMost
    ? worklistTexts(locale)("count.more", { count: atMost })
    : String(count);
}
