/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One span of one weekday in local time; a lunch break makes two of them. */
export type OpeningTime = {
  readonly weekday: Weekday;
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM` */
  readonly to: string;
};

export type OpeningHoursLine = {
  readonly days: string;
  readonly hours: string;
};

// Any week will do; the first of January 2024 was a Monday.
const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** Lines to print: days with the same hours share one, "Mo–Mi". Days are abbreviated in the given language. */
export function describeOpeningTimes(
  times: readonly OpeningTime[],
  locale: "de" | "en",
): OpeningHoursLine[] {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    timeZone: "UTC",
  });
  const nameOf = (weekday: Weekday) =>
    format.format(mondayMs + (weekday - 1) * dayMs);
  return groupByHours(times).map(({ weekdays, hours }) => ({
    days: joinDays(weekdays, nameOf),
    hours,
  }));
}

/** Hours of one day as "08:00–12:00, 13:00–16:00"; empty when closed. */
function hoursOn(times: readonly OpeningTime[], weekday: Weekday): string {
  return times
    .filter((time) => time.weekday === weekday)
    .toSorted((first, second) => first.from.localeCompare(second.from))
    .map((time) => `${time.from}–${time.to}`)
    .join(", ");
}

type DayGroup = { weekdays: Weekday[]; hours: string };

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function groupByHours(times: readonly OpeningTime[]): DayGroup[] {
  const groups = new Map<string, Weekday[]>();
  for (const weekday of week) {
    const hours = hoursOn(times, weekday);
    if (hours === "") continue;
    groups.set(hours, [...(groups.get(hours) ?? []), weekday]);
  }
  return [...groups].map(([hours, weekdays]) => ({ hours, weekdays }));
}

function joinDays(
  weekdays: readonly Weekday[],
  nameOf: (weekday: Weekday) => string,
): string {
  const runs: Weekday[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs.map((run) => nameRun(run, nameOf)).join(", ");
}

function nameRun(
  run: readonly Weekday[],
  nameOf: (weekday: Weekday) => string,
): string {
  const names = run.map(nameOf);
  return names.length > 2
    ? `${String(names[0])}–${String(names.at(-1))}`
    : names.join(", ");
}
