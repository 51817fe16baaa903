import { germanDay } from "../values/german-day.ts";

/** A day without a time, as ISO 8601 writes it: `2027-03-01`. Days compare as text: `a < b` means a is earlier. */
export type CalendarDay = string;

const msPerDay = 86_400_000;

/** True for a day that exists, written so: `2027-02-28`, not `2027-02-30`. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const moment = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day)),
  );
  return (
    !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
  );
}

/** The day of a moment in Germany, wherever the server stands. */
export function dayOf(moment: Date): CalendarDay {
  return germanDay(moment);
}

/** A day by its numbers; months count from 1. Numbers beyond a month run on into the next. */
export function calendarDay(
  year: number,
  month: number,
  day: number,
): CalendarDay {
  return toDay(Date.UTC(year, month - 1, day));
}

/** The day `count` days later; earlier for negative counts. Days are counted, not hours: summer time plays no part. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return toDay(toUtc(day) + count * msPerDay);
}

/** How many days lie between two days; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (toUtc(to) - toUtc(from)) / msPerDay;
}

/**
 * The day with the same number `count` months later, or the last of that month where it has no such day.
 * @see § 188 Abs. 2 and 3 BGB
 */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const { year, month, dayOfMonth } = partsOf(day);
  const lastOfMonth = partsOf(calendarDay(year, month + count + 1, 0));
  return calendarDay(
    year,
    month + count,
    Math.min(dayOfMonth, lastOfMonth.dayOfMonth),
  );
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDay): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

/** The calendar year of a day. */
export function yearOf(day: CalendarDay): number {
  return partsOf(day).year;
}

/**
 * The moment a day begins in Germany: 23:00 UTC of the day before in winter, 22:00 in summer. A period that ends "with" a day ends
 * at the beginning of the next.
 */
export function startOfDay(day: CalendarDay): Date {
  const inWinter = new Date(toUtc(day) - 3_600_000);
  const inSummer = new Date(toUtc(day) - 7_200_000);
  // Clocks change at two or three in the morning, so midnight is never left out nor there twice.
  return dayOf(inSummer) === day ? inSummer : inWinter;
}

function toUtc(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toDay(utc: number): CalendarDay {
  return new Date(utc).toISOString().slice(0, 10);
}

function partsOf(day: CalendarDay): {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
} {
  const date = new Date(toUtc(day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
  };
}
