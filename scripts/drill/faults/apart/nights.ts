/** A night in Germany in which a clock or a calendar goes on in a way that programs like to forget. */
export type Night = {
  readonly about: string;
  /** When it happens. */
  readonly change: Date;
  /** People send from so many minutes before to so many after it. */
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  /** How far clocks are ahead of UTC before and after it, as the law says: not asked of the system. @see Directive 2000/84/EC */
  readonly aheadHours: readonly [before: number, after: number];
  /** What an editor types for that night, and how many minutes after the change that is. */
  readonly planned: readonly {
    readonly time: string;
    readonly minutes: number;
  }[];
};

export type NightName = "night-autumn" | "night-year" | "night-spring";

/**
 * The next of each. None lies in the past: a server of PostgreSQL sees this machine's time in its signal handlers, and would end what runs
 * because its time was up long ago.
 */
export function nightsAfter(now: Date): Readonly<Record<NightName, Night>> {
  return {
    "night-autumn": {
      about:
        "all processes and the database go through the night in which three o'clock becomes two, ten times as fast",
      change: nextOf(now, (year) => lastSunday(year, 10)),
      beforeMinutes: 30,
      afterMinutes: 62,
      aheadHours: [2, 1],
      planned: [
        // What comes twice is the second.
        { time: "2:00", minutes: 0 },
        { time: "2:30", minutes: 30 },
        { time: "3:00", minutes: 60 },
      ],
    },
    "night-year": {
      about:
        "all processes and the database go through the end of a year, ten times as fast",
      change: nextOf(now, (year) => Date.UTC(year, 11, 31, 23)),
      beforeMinutes: 35,
      afterMinutes: 38,
      aheadHours: [1, 1],
      planned: [
        { time: "23:59", minutes: -1 },
        { time: "0:00", minutes: 0 },
        { time: "0:01", minutes: 1 },
      ],
    },
    "night-spring": {
      about:
        "all processes and the database go through the night in which two o'clock becomes three, ten times as fast",
      change: nextOf(now, (year) => lastSunday(year, 3)),
      beforeMinutes: 35,
      afterMinutes: 38,
      aheadHours: [1, 2],
      planned: [
        { time: "1:59", minutes: -1 },
        { time: "3:00", minutes: 0 },
        // What is left out is the one an hour later.
        { time: "2:30", minutes: 30 },
      ],
    },
  };
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function nextOf(now: Date, inYear: (year: number) => number): Date {
  // An installation is opened hours before.
  const earliest = now.getTime() + dayMs;
  const year = now.getUTCFullYear();
  const found = [year, year + 1, year + 2]
    .map(inYear)
    .find((moment) => moment > earliest);
  return new Date(found ?? earliest);
}

/** One o'clock UTC of it. @see Directive 2000/84/EC, articles 2 and 3 */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0, 1));
  return last.getTime() - last.getUTCDay() * dayMs;
}

/** What a clock on a wall shows. */
export function wallClock(
  { change, aheadHours: [before, after] }: Night,
  moment: Date,
): { readonly day: string; readonly time: string } {
  const ahead = moment < change ? before : after;
  const shown = new Date(moment.getTime() + ahead * hourMs).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** So many minutes after the change. */
export const momentIn = ({ change }: Night, minutes: number): Date =>
  new Date(change.getTime() + minutes * minuteMs);
