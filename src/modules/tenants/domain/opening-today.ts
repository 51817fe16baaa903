import { germanDay } from "../../../platform/values/german-day.ts";
import { hoursOn, type OpeningTime, type Weekday } from "./opening-times.ts";
import { isPublicHoliday } from "./public-holidays.ts";

/** Whether people find the door open on a day. */
export type OpeningToday =
  | { readonly kind: "open"; readonly hours: string }
  | { readonly kind: "closed" }
  | { readonly kind: "holiday" };

/** For the day that `now` falls on in Germany; public holidays are those of the Land the ARS begins with. */
export function openingToday(
  times: readonly OpeningTime[],
  now: Date,
  ars: string,
): OpeningToday {
  const isoDate = germanDay(now);
  const hours = hoursOn(times, weekdayOf(isoDate));
  if (hours === "") return { kind: "closed" };
  return isPublicHoliday(isoDate, ars)
    ? { kind: "holiday" }
    : { kind: "open", hours };
}

function weekdayOf(isoDate: string): Weekday {
  const sundayFirst = new Date(`${isoDate}T00:00:00Z`).getUTCDay();
  const weekdays: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];
  return weekdays[sundayFirst] ?? 7;
}
