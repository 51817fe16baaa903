import {
  addDays,
  daysBetween,
  weekdayOf,
  yearOf,
  type CalendarDay,
} from "./calendar-day.ts";
import { holidaysOf, type Holiday } from "./holidays.ts";
import type { Land } from "./land.ts";

/** The legal holiday a day is in a Land; undefined for all other days, Sundays too. */
export function holidayOn(day: CalendarDay, land: Land): Holiday | undefined {
  return holidaysOf(yearOf(day), land).get(day);
}

/** Monday to Friday, and no legal holiday of the Land: the days on which a period may end. @see § 31 Abs. 3 VwVfG */
export function isWorkingDay(day: CalendarDay, land: Land): boolean {
  return weekdayOf(day) <= 5 && holidayOn(day, land) === undefined;
}

/** The day itself if it is a working day, else the next one that is. */
export function firstWorkingDayFrom(day: CalendarDay, land: Land): CalendarDay {
  let candidate = day;
  while (!isWorkingDay(candidate, land)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The working day `count` working days after a day, which itself does not count. With 0 the first working day from it. */
export function addWorkingDays(
  day: CalendarDay,
  count: number,
  land: Land,
): CalendarDay {
  let reached = count === 0 ? firstWorkingDayFrom(day, land) : day;
  for (let left = count; left > 0; left -= 1)
    reached = firstWorkingDayFrom(addDays(reached, 1), land);
  return reached;
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function countWorkingDays(
  from: CalendarDay,
  to: CalendarDay,
  land: Land,
): number {
  const days = Math.max(0, daysBetween(from, to));
  return Array.from({ length: days }, (_, index) =>
    addDays(from, index + 1),
  ).filter((day) => isWorkingDay(day, land)).length;
}
