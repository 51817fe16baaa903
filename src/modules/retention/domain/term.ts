import {
  addDays,
  addMonths,
  calendarDay,
  yearOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";

export const termUnits = ["months", "years"] as const;

export type TermUnit = (typeof termUnits)[number];

/** How long a Vorgang is kept after it was closed. */
export type Term = {
  readonly count: number;
  readonly unit: TermUnit;
  /** Begins when the year of closing has ended, as the filing rules of many authorities say. */
  readonly fromYearEnd: boolean;
  /** Law, filing rule or schedule that the term is taken from. */
  readonly basis: string;
  /** Nothing is deleted before the public archive has answered. @see § 6 LArchivG M-V, § 5 BArchG */
  readonly offersToArchive: boolean;
};

/** Stands for all Leistungen without a term of their own. */
export const everyLeistung = "*";

/** What an authority has set, by the Leistung. */
export type Terms = ReadonlyMap<string, Term>;

export type RuledTerm = Term & {
  /** Set for the Leistung itself, or for all. */
  readonly rule: "leistung" | "default";
};

export const longest = { months: 600, years: 50, basis: 300 } as const;

/** The term of a Leistung; undefined where nothing is set, and then nothing is deleted. */
export function termOf(
  terms: Terms,
  leistungSlug: string,
): RuledTerm | undefined {
  const own = terms.get(leistungSlug);
  if (own) return { ...own, rule: "leistung" };
  const all = terms.get(everyLeistung);
  return all && { ...all, rule: "default" };
}

/** The day from which it is deleted: the one after the term's last. @see § 187 Abs. 1, § 188 Abs. 2 BGB */
export function deletionDay(
  closedOn: CalendarDay,
  term: Pick<Term, "count" | "unit" | "fromYearEnd">,
): CalendarDay {
  const begin = term.fromYearEnd ? lastOfYear(yearOf(closedOn)) : closedOn;
  return addDays(addMonths(begin, monthsOf(term)), 1);
}

/** The last day of closing whose deletion day is this day or earlier. */
export function closedUntil(
  day: CalendarDay,
  term: Pick<Term, "count" | "unit" | "fromYearEnd">,
): CalendarDay {
  const near = addMonths(addDays(day, -1), -monthsOf(term));
  if (!term.fromYearEnd) return latest(day, term, [near, endOfMonth(near)]);
  const year = yearOf(near);
  return latest(day, term, [lastOfYear(year - 1), lastOfYear(year)]);
}

/** The last of these days, the earliest of which fits, that is deleted by then. Several days of closing end on one where months are shorter. */
function latest(
  day: CalendarDay,
  term: Pick<Term, "count" | "unit" | "fromYearEnd">,
  candidates: readonly [CalendarDay, CalendarDay],
): CalendarDay {
  const [earlier, later] = candidates;
  return deletionDay(later, term) <= day ? later : earlier;
}

function monthsOf({ count, unit }: Pick<Term, "count" | "unit">): number {
  return unit === "years" ? count * 12 : count;
}

function lastOfYear(year: number): CalendarDay {
  return calendarDay(year, 12, 31);
}

function endOfMonth(day: CalendarDay): CalendarDay {
  const [year, month] = day.split("-").map(Number);
  return calendarDay(year ?? 0, (month ?? 0) + 1, 0);
}
