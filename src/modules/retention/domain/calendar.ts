import {
  addDays,
  addMonths,
  calendarDay,
  startOfDay,
  yearOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import { closedUntil, type Term } from "./term.ts";

/** A stretch of the calendar of deletion: first and last deletion day. */
export type Stretch = {
  /** `due`, the month (`2027-03`), or `later`. */
  readonly key: string;
  /** Undefined: from the beginning. */
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay;
};

/** Vorgänge of one Leistung that ended at or after `from` and before `before`. */
export type EndedRange = {
  readonly leistungSlug: string;
  readonly from: Date;
  readonly before: Date;
};

export const dueKey = "due";
export const laterKey = "later";

/** No term is as long. */
const furthestYears = 200;

/** What is due by today, then month by month (the rest of this month counts as a month), and all that comes after. */
export function stretchesFrom(
  today: CalendarDay,
  months: number,
): readonly Stretch[] {
  const month = monthOf(today);
  const first = `${month}-01`;
  const ahead = Array.from({ length: months }, (_, index) => {
    const begin = addMonths(first, index);
    const from = index === 0 ? addDays(today, 1) : begin;
    return { key: monthOf(begin), from, to: endOfMonth(begin) };
  });
  const after = addMonths(first, months);
  return [
    { key: dueKey, from: undefined, to: today },
    ...ahead,
    { key: laterKey, from: after, to: addMonths(after, furthestYears * 12) },
  ];
}

/** Which one an address means: a month beyond the last is among the later ones, what cannot be is what is due. */
export function stretchAt(
  stretches: readonly Stretch[],
  wanted: string,
): number {
  const place = stretches.findIndex(({ key }) => key === wanted);
  if (place !== -1) return place;
  const later = stretches.findIndex(({ key }) => key === laterKey);
  const isBeyond =
    /^\d{4}-\d{2}$/.test(wanted) &&
    wanted > monthOf(stretches[later - 1]?.to ?? wanted);
  return isBeyond ? later : 0;
}

/** The months' name in the calendar: `2027-03`. */
export function monthOf(day: CalendarDay): string {
  return day.slice(0, 7);
}

/** When a Vorgang of this Leistung ended that is deleted within the stretch; undefined where no day fits. */
export function rangeOf(
  leistungSlug: string,
  term: Term,
  { from, to }: Pick<Stretch, "from" | "to">,
): EndedRange | undefined {
  const begin =
    from === undefined
      ? new Date(0)
      : startOfDay(addDays(closedUntil(addDays(from, -1), term), 1));
  const before = startOfDay(addDays(closedUntil(to, term), 1));
  return begin < before ? { leistungSlug, from: begin, before } : undefined;
}

function endOfMonth(day: CalendarDay): CalendarDay {
  return calendarDay(yearOf(day), Number(day.slice(5, 7)) + 1, 0);
}
