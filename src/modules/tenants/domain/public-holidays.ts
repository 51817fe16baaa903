import {
  holidaysOf,
  type Holiday,
} from "../../../platform/calendar/holidays.ts";
import { everyLand, landOfKey } from "../../../platform/calendar/land.ts";

/**
 * The public holiday that an ISO date is in the Land of an ARS (or of its first two digits). Where the ARS names no Land, only the holidays
 * common to all are known.
 */
export function publicHolidayOn(
  isoDate: string,
  ars: string,
): Holiday | undefined {
  const land = landOfKey(ars);
  const year = Number(isoDate.slice(0, 4));
  const day = isoDate.slice(0, 10);
  const found = (land ? [land] : everyLand).map((it) =>
    holidaysOf(year, it).get(day),
  );
  return found.every((holiday) => holiday !== undefined) ? found[0] : undefined;
}
