import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { OpeningTime, Weekday } from "./opening-times.ts";
import { readSpan } from "./typed-span.ts";

/** The line that cannot be read, or whose hours lie over others of the same day; counted from one. */
export type OpeningLinesFault = {
  readonly kind: "wrong-line" | "overlapping";
  readonly line: number;
};

const names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] as const;

/** Reads a week as the office writes it: "Mo-Mi, Fr: 08:00-12:00, 13:00-16:00", one line for days that are alike. */
export function readOpeningLines(
  text: string,
): Result<readonly OpeningTime[], OpeningLinesFault> {
  const times: OpeningTime[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (!read) return refuse({ kind: "wrong-line", line: index + 1 });
    for (const time of read) {
      if (times.some((known) => isOver(known, time)))
        return refuse({ kind: "overlapping", line: index + 1 });
      times.push(time);
    }
  }
  return ok(
    times.toSorted(
      (a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from),
    ),
  );
}

/** The same week as lines again, days with the same hours in one. */
export function writeOpeningLines(times: readonly OpeningTime[]): string {
  const byHours = new Map<string, string[]>();
  for (const [index, name] of names.entries()) {
    const hours = times
      .filter(({ weekday }) => weekday === index + 1)
      .map(({ from, to }) => `${from}-${to}`)
      .toSorted()
      .join(", ");
    if (hours !== "") byHours.set(hours, [...(byHours.get(hours) ?? []), name]);
  }
  return [...byHours]
    .map(([hours, days]) => `${days.join(", ")}: ${hours}`)
    .join("\n");
}

const isOver = (a: OpeningTime, b: OpeningTime) =>
  a.weekday === b.weekday && a.from < b.to && b.from < a.to;

function readLine(line: string): readonly OpeningTime[] | undefined {
  const at = line.search(/[:\d]/u);
  const days = readDays(line.slice(0, Math.max(at, 0)));
  const spans = line
    .slice(Math.max(at, 0))
    .replace(/^\s*:/u, "")
    .split(",")
    .map(readSpan);
  if (!days || !spans.every((span) => span !== undefined)) return undefined;
  return days.flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
}

/** "Mo-Mi, Fr" */
function readDays(text: string): readonly Weekday[] | undefined {
  const runs = text.split(",").map(readRun);
  return runs.every((run) => run !== undefined) ? runs.flat() : undefined;
}

/** "Mo-Mi", or one day */
function readRun(text: string): readonly Weekday[] | undefined {
  const [first = "", last = first, ...rest] = text
    .split(/[-–]/u)
    .map((name) => name.trim().replace(/\.$/u, ""));
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (from === undefined || to === undefined || to < from || rest.length > 0)
    return undefined;
  return week.filter((day) => day >= from && day <= to);
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;

function dayNumber(name: string): Weekday | undefined {
  const index = names.findIndex((it) => it === name);
  return week[index];
}
