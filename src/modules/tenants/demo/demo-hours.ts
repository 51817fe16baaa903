import type { OpeningTime, Weekday } from "../domain/opening-times.ts";

/** Same span on several days. */
export function on(
  weekdays: readonly Weekday[],
  from: string,
  to: string,
): OpeningTime[] {
  return weekdays.map((weekday) => ({ weekday, from, to }));
}

/** As most town halls have it: mornings, and Tuesday or Thursday until the evening. */
export const townHallHours: readonly OpeningTime[] = [
  ...on([1, 2, 4, 5], "09:00", "12:00"),
  ...on([2], "13:30", "18:00"),
  ...on([4], "13:30", "16:00"),
];

/** As offices for citizens in larger towns have it. */
export const citizenOfficeHours: readonly OpeningTime[] = [
  ...on([1, 5], "08:00", "14:00"),
  ...on([2, 4], "08:00", "18:00"),
  ...on([3], "08:00", "12:00"),
];

/** Offices that see visitors on two days only. */
export const specialistHours: readonly OpeningTime[] = [
  ...on([2, 4], "09:00", "12:00"),
  ...on([2], "14:00", "17:30"),
];
