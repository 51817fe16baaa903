// Dates without a clock and without a time zone: all of them are days of the calendar, `2026-12-31`.

type Day = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

/** The parts of a date of the calendar; undefined for anything else. A time behind it is left out. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
    ? { year, month, day }
    : undefined;
}

export function printDay({ year, month, day }: Day): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / 86_400_000;
}

function utc({ year, month, day }: Day): number {
  // `Date.UTC` reads years below 100 as 19xx.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Completed months; a month is completed on the same day of the month, or on the last if there is none. @see § 188 Abs. 3 BGB */
export function monthsBetween(from: Day, to: Day): number {
  if (daysBetween(from, to) < 0) return -monthsBetween(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const due = Math.min(from.day, daysIn(to.year, to.month));
  return to.day < due ? months - 1 : months;
}

/** Completed years. Somebody born on 29 February completes a year on 1 March of a common year. @see § 187 Abs. 2 BGB */
export function yearsBetween(from: Day, to: Day): number {
  if (daysBetween(from, to) < 0) return -yearsBetween(to, from);
  const isDue =
    to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (isDue ? 0 : 1);
}

export function addDays(date: Day, days: number): Day {
  const moved = new Date(utc(date) + Math.trunc(days) * 86_400_000);
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  };
}

/** The same day of another month; the last one where the month is shorter. @see § 188 Abs. 3 BGB */
export function addMonths(date: Day, months: number): Day {
  const all = date.year * 12 + date.month - 1 + Math.trunc(months);
  const year = Math.floor(all / 12);
  const month = all - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysIn(year, month)) };
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: Day): number {
  return new Date(utc(date)).getUTCDay() || 7;
}
