import {
  addDays,
  calendarDay,
  weekdayOf,
  type CalendarDay,
} from "./calendar-day.ts";
import { everyLand, type Land } from "./land.ts";

export type Holiday =
  | "new-year"
  | "epiphany"
  | "womens-day"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "labour-day"
  | "liberation-day"
  | "ascension"
  | "whit-sunday"
  | "whit-monday"
  | "corpus-christi"
  | "uprising-1953"
  | "assumption"
  | "childrens-day"
  | "unity-day"
  | "reformation"
  | "all-saints"
  | "repentance"
  | "christmas"
  | "second-christmas-day";

type Rule = {
  readonly holiday: Holiday;
  readonly on: (year: number) => CalendarDay;
  readonly in: readonly Land[];
  /** First year it was one there. */
  readonly since?: number;
  /** Holidays of single years. */
  readonly years?: readonly number[];
};

const fixed = (month: number, day: number) => (year: number) =>
  calendarDay(year, month, day);

const fromEaster = (days: number) => (year: number) =>
  addDays(easterSunday(year), days);

/**
 * Legal holidays after the laws of the Länder on Sundays and holidays, and Art. 2 Abs. 2 Einigungsvertrag. Those of single communes are left
 * out (Fronleichnam in Saxony and Thuringia, Mariä Himmelfahrt in Bavaria, Augsburg): a last day shown too early harms nobody.
 */
const rules: readonly Rule[] = [
  { holiday: "new-year", on: fixed(1, 1), in: everyLand },
  { holiday: "epiphany", on: fixed(1, 6), in: ["BW", "BY", "ST"] },
  { holiday: "womens-day", on: fixed(3, 8), in: ["BE"], since: 2019 },
  // § 2 Abs. 1 FTG M-V
  { holiday: "womens-day", on: fixed(3, 8), in: ["MV"], since: 2023 },
  { holiday: "good-friday", on: fromEaster(-2), in: everyLand },
  { holiday: "easter-sunday", on: fromEaster(0), in: ["BB"] },
  { holiday: "easter-monday", on: fromEaster(1), in: everyLand },
  { holiday: "labour-day", on: fixed(5, 1), in: everyLand },
  {
    holiday: "liberation-day",
    on: fixed(5, 8),
    in: ["BE"],
    years: [2020, 2025],
  },
  { holiday: "ascension", on: fromEaster(39), in: everyLand },
  { holiday: "whit-sunday", on: fromEaster(49), in: ["BB"] },
  { holiday: "whit-monday", on: fromEaster(50), in: everyLand },
  {
    holiday: "corpus-christi",
    on: fromEaster(60),
    in: ["BW", "BY", "HE", "NW", "RP", "SL"],
  },
  { holiday: "uprising-1953", on: fixed(6, 17), in: ["BE"], years: [2028] },
  { holiday: "assumption", on: fixed(8, 15), in: ["SL"] },
  { holiday: "childrens-day", on: fixed(9, 20), in: ["TH"], since: 2019 },
  { holiday: "unity-day", on: fixed(10, 3), in: everyLand },
  {
    holiday: "reformation",
    on: fixed(10, 31),
    in: ["BB", "MV", "SN", "ST", "TH"],
  },
  {
    holiday: "reformation",
    on: fixed(10, 31),
    in: ["HB", "HH", "NI", "SH"],
    since: 2018,
  },
  {
    holiday: "all-saints",
    on: fixed(11, 1),
    in: ["BW", "BY", "NW", "RP", "SL"],
  },
  { holiday: "repentance", on: repentanceDay, in: ["SN"] },
  { holiday: "christmas", on: fixed(12, 25), in: everyLand },
  { holiday: "second-christmas-day", on: fixed(12, 26), in: everyLand },
];

/** Each is worked out once: a queue asks for the working days of many long lists. */
const known = new Map<string, ReadonlyMap<CalendarDay, Holiday>>();

/** The legal holidays of a Land in one year, by day. Right for years from 2018 on. */
export function holidaysOf(
  year: number,
  land: Land,
): ReadonlyMap<CalendarDay, Holiday> {
  const key = `${land} ${String(year)}`;
  const holidays = known.get(key) ?? workOut(year, land);
  known.set(key, holidays);
  return holidays;
}

function workOut(year: number, land: Land): ReadonlyMap<CalendarDay, Holiday> {
  return new Map(
    rules
      .filter((rule) => applies(rule, year, land))
      .map(({ holiday, on }) => [on(year), holiday]),
  );
}

function applies(
  { in: places, since = 0, years }: Rule,
  year: number,
  land: Land,
): boolean {
  return (
    places.includes(land) &&
    year >= since &&
    (years === undefined || years.includes(year))
  );
}

/** Gauß' rule with Lichtenberg's supplement: never after 25 April. */
function easterSunday(year: number): CalendarDay {
  const century = Math.floor(year / 100);
  const moonCorrection =
    15 +
    Math.floor((3 * century + 3) / 4) -
    Math.floor((8 * century + 13) / 25);
  const sunCorrection = 2 - Math.floor((3 * century + 3) / 4);
  const moon = year % 19;
  const fullMoonSeed = (19 * moon + moonCorrection) % 30;
  const calendarCorrection =
    Math.floor(fullMoonSeed / 29) +
    (Math.floor(fullMoonSeed / 28) - Math.floor(fullMoonSeed / 29)) *
      Math.floor(moon / 11);
  const easterLimit = 21 + fullMoonSeed - calendarCorrection;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sunCorrection) % 7);
  const distance = 7 - ((easterLimit - firstSunday) % 7);
  return calendarDay(year, 3, easterLimit + distance);
}

/** The Wednesday before 23 November. */
function repentanceDay(year: number): CalendarDay {
  const eve = calendarDay(year, 11, 22);
  return addDays(eve, -((weekdayOf(eve) + 4) % 7));
}
