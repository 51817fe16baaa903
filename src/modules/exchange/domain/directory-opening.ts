/** When an Organisationseinheit is open, as a directory says it in figures: a week, and days that are different. */
export type DirectoryOpening = {
  /** First and last day it holds for, YYYY-MM-DD; without one always. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Monday is 1 (ISO 8601); times are `HH:MM`. */
  readonly times: readonly WeekTime[];
  readonly days: readonly DirectoryDay[];
  /** What is said in words, a line each. */
  readonly remarks: readonly string[];
};

export type WeekTime = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
};

export type DirectoryDay = {
  readonly day: string;
  readonly reason: string;
  /** None: closed. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
};

/** The same as lines that an office form takes. */
export type OpeningLines = {
  /** "Mo, Di: 08:00-12:00", days that are alike in one line. */
  readonly hours: string;
  /** "24.12.2026; Heiligabend; 08:00-10:00" */
  readonly days: string;
  readonly note: string;
};

/** What holds today; what begins later is a line of the note, with its days. */
export function openingLines(
  openings: readonly DirectoryOpening[],
  today: string,
): OpeningLines {
  const lasting = openings.filter(({ until }) => (until ?? today) >= today);
  const now = lasting.filter(({ from }) => (from ?? today) <= today);
  const later = lasting.filter((opening) => !now.includes(opening));
  return {
    hours: weekLines(now.flatMap(({ times }) => times)),
    days: now
      .flatMap(({ days }) => days)
      .filter(({ day }) => day >= today)
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .map(dayLine)
      .join("\n"),
    note: [
      ...now.flatMap(({ remarks }) => remarks),
      ...later.map(laterLine),
    ].join("\n"),
  };
}

const names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] as const;

/** A line for days with the same hours. */
export function weekLines(times: readonly WeekTime[]): string {
  const byHours = new Map<string, string[]>();
  for (const [index, name] of names.entries()) {
    const spans = times
      .filter(({ weekday }) => weekday === index + 1)
      .map(({ from, to }) => `${from}-${to}`)
      .toSorted();
    const hours = [...new Set(spans)].join(", ");
    if (hours !== "") byHours.set(hours, [...(byHours.get(hours) ?? []), name]);
  }
  return [...byHours]
    .map(([hours, days]) => `${days.join(", ")}: ${hours}`)
    .join("\n");
}

const germanDay = (day: string) => day.split("-").toReversed().join(".");

function dayLine({ day, reason, spans }: DirectoryDay): string {
  const hours = spans.map(({ from, to }) => `${from}-${to}`).join(", ");
  const words = reason.replaceAll(/[;|\n]/g, " ").slice(0, 100);
  return [germanDay(day), words, ...(hours === "" ? [] : [hours])].join("; ");
}

function laterLine({ from, until, times, remarks }: DirectoryOpening): string {
  const period = [from, until].map((day) => (day ? germanDay(day) : ""));
  const words = [...weekLines(times).split("\n"), ...remarks];
  return `${period.join("–")}: ${words.filter((word) => word !== "").join("; ")}`;
}
