import { addDays, addMonths, type CalendarDay } from "./calendar-day.ts";
import type { Land } from "./land.ts";
import { firstWorkingDayFrom } from "./working-days.ts";

/** Length of a period. Half a year is six months, a quarter three, half a month fifteen days. @see § 189 BGB */
export type PeriodLength =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number };

/**
 * The last day of a period that an event starts; it ends when that day ends. The day of the event does not count. A last day on a
 * Saturday, a Sunday or a legal holiday moves to the next working day.
 * @see § 187 Abs. 1, § 188, § 193 BGB, § 31 Abs. 1 and 3 VwVfG
 */
export function lastDayOfPeriod(
  event: CalendarDay,
  length: PeriodLength,
  land: Land,
): CalendarDay {
  return firstWorkingDayFrom(unmovedLastDay(event, length), land);
}

/**
 * The last day of a period that begins with a day of its own, such as a permit from the first of a month: that day counts, and
 * nothing is moved, because nobody has to do anything on the last day.
 * @see § 187 Abs. 2, § 188 Abs. 2 BGB
 */
export function lastDayOfTerm(
  firstDay: CalendarDay,
  length: PeriodLength,
): CalendarDay {
  return unmovedLastDay(addDays(firstDay, -1), length);
}

/**
 * The last day of a period that is extended: the extension begins where the old period ended.
 * @see § 190 BGB, § 31 Abs. 7 VwVfG
 */
export function extendPeriod(
  lastDay: CalendarDay,
  by: PeriodLength,
  land: Land,
): CalendarDay {
  return lastDayOfPeriod(lastDay, by, land);
}

function unmovedLastDay(event: CalendarDay, length: PeriodLength): CalendarDay {
  if ("days" in length) return addDays(event, length.days);
  if ("weeks" in length) return addDays(event, length.weeks * 7);
  return addMonths(
    event,
    "months" in length ? length.months : length.years * 12,
  );
}
