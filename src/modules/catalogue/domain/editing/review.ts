import {
  addDays,
  addMonths,
  type CalendarDay,
} from "../../../../platform/calendar/calendar-day.ts";

/**
 * When a Leistung is to be looked at again: on a day that editors chose, else counted from the last publication or check by the interval of
 * the authority. Editors get one summary a day, each Leistung on its day and then weekly. Imports set no day.
 */
export type Review = {
  readonly dueOn: CalendarDay;
  /** Chosen by an editor, not counted from a publication or a check. */
  readonly isChosen: boolean;
};

/** Months between two looks that an administrator may choose from. */
export const reviewIntervals = [3, 6, 12, 18, 24, 36] as const;

/** After a check, where the authority has no interval. */
const monthsWithoutRule = 12;
/** Shown as due so long before its day. */
const soonDays = 30;
/** Editors hear of the same Leistung again after so long. */
const quietDays = 7;

/** The day after a check on `today`. */
export function nextReview(
  today: CalendarDay,
  months: number | null,
): CalendarDay {
  return addMonths(today, months ?? monthsWithoutRule);
}

/** Up to this day a Leistung is listed as one to be looked at. */
export const soonAfter = (today: CalendarDay) => addDays(today, soonDays);

/** Told on this day or before, editors are told again. */
export const toldLongAgo = (today: CalendarDay) => addDays(today, -quietDays);

/** Name of the job that tells editors what is to be looked at. Stored in the queue; never reused for something else. */
export const remindOfReviewsJob = "catalogue.remind-of-reviews";
