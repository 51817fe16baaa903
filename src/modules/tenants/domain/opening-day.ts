import {
  addDays,
  weekdayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Holiday } from "../../../platform/calendar/holidays.ts";
import type { Office } from "./office.ts";
import { publicHolidayOn } from "./public-holidays.ts";
import type { Span, SpecialDay } from "./special-day.ts";

export type OfficeHours = Pick<Office, "openingTimes" | "specialDays">;

/** Why a day is different from others of its weekday. */
export type Exception =
  | { readonly kind: "holiday"; readonly holiday: Holiday }
  | ({ readonly kind: "special" } & Pick<SpecialDay, "reason" | "reasonEn">);

export type OpeningDay = {
  readonly day: CalendarDay;
  /** In the order of the day; none when closed. */
  readonly spans: readonly Span[];
  readonly exception: Exception | undefined;
};

/** What the office set for a day counts, then the holidays of the Land the ARS begins with, then the weekday. */
export function openingDay(
  { openingTimes, specialDays }: OfficeHours,
  day: CalendarDay,
  ars: string,
): OpeningDay {
  const special = specialDays.find((it) => it.day === day);
  if (special) {
    const { reason, reasonEn } = special;
    const exception = { kind: "special", reason, reasonEn } as const;
    return { day, spans: inOrder(special.spans), exception };
  }
  const holiday = publicHolidayOn(day, ars);
  if (holiday !== undefined)
    return { day, spans: [], exception: { kind: "holiday", holiday } };
  const weekday = weekdayOf(day);
  const spans = openingTimes.filter((time) => time.weekday === weekday);
  return { day, spans: inOrder(spans), exception: undefined };
}

/** Days from the given one on that are not as their weekday says; a holiday on a day without hours is none. */
export function exceptionsFrom(
  office: OfficeHours,
  { from, days, ars }: { from: CalendarDay; days: number; ars: string },
): readonly (OpeningDay & { readonly exception: Exception })[] {
  return nextDays(from, days).flatMap((day) => {
    const found = openingDay(office, day, ars);
    const { exception } = found;
    const isKnown =
      exception?.kind === "special" ||
      office.openingTimes.some(({ weekday }) => weekday === weekdayOf(day));
    return exception && isKnown ? [{ ...found, exception }] : [];
  });
}

/** The first day from the given one on, within so many, on which the office opens. */
export function nextOpeningDay(
  office: OfficeHours,
  { from, days, ars }: { from: CalendarDay; days: number; ars: string },
): OpeningDay | undefined {
  return nextDays(from, days)
    .map((day) => openingDay(office, day, ars))
    .find(({ spans }) => spans.length > 0);
}

function nextDays(from: CalendarDay, count: number): readonly CalendarDay[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return spans
    .map(({ from, to }) => ({ from, to }))
    .toSorted((first, second) => first.from.localeCompare(second.from));
}
