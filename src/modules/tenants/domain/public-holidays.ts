import { holidaysOf } from "../../../platform/calendar/holidays.ts";
import { everyLand, landOfKey } from "../../../platform/calendar/land.ts";

/**
 * True on a public holiday of the Land. Takes an ISO date and an ARS (or its first two digits).
 * Where the ARS names no Land, only the holidays common to all are known.
 */
export function isPublicHoliday(isoDate: string, ars: string): boolean {
  const land = landOfKey(ars);
  const year = Number(isoDate.slice(0, 4));
  const day = isoDate.slice(0, 10);
  return (land ? [land] : everyLand).every((it) =>
    holidaysOf(year, it).has(day),
  );
}
