import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { noticeTexts } from "./notice-texts.ts";

/** What the applicant reads when the law grants what nobody decided; in all languages, as which one they read is not known. */
export function silenceNote({
  lastDay,
  legalBasis,
}: {
  readonly lastDay: CalendarDay;
  readonly legalBasis: string;
}): string {
  return locales
    .map((locale) =>
      noticeTexts(locale)("silence", {
        date: formatDay(lastDay, locale),
        law: legalBasis,
      }),
    )
    .join("\n\n");
}
