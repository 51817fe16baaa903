import {
  calendarDay,
  isCalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { Span, SpecialDay } from "./special-day.ts";

/** The line that cannot be read, counted from one; or more days than anybody keeps in mind. */
export type SpecialDayFault =
  | { readonly kind: "wrong-line"; readonly line: number }
  | { readonly kind: "same-day"; readonly line: number }
  | { readonly kind: "too-many" };

const mostDays = 100;

/** Reads days as the office writes them, one a line: "24.12.2026; Heiligabend; 08:00-10:00". Without hours it is closed. */
export function readSpecialDays(
  text: string,
): Result<readonly SpecialDay[], SpecialDayFault> {
  const days: SpecialDay[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const day = readLine(line);
    if (!day) return refuse({ kind: "wrong-line", line: index + 1 });
    if (days.some((known) => known.day === day.day))
      return refuse({ kind: "same-day", line: index + 1 });
    days.push(day);
  }
  if (days.length > mostDays) return refuse({ kind: "too-many" });
  return ok(days.toSorted((a, b) => a.day.localeCompare(b.day)));
}

/** The same days as lines again. */
export function writeSpecialDays(days: readonly SpecialDay[]): string {
  return days
    .map(({ day, reason, spans }) => {
      const hours = spans.map(({ from, to }) => `${from}-${to}`).join(", ");
      const date = day.split("-").toReversed().join(".");
      return [date, reason, ...(hours === "" ? [] : [hours])].join("; ");
    })
    .join("\n");
}

function readLine(line: string): SpecialDay | undefined {
  const [date = "", reason = "", hours = "", ...rest] = line
    .split(";")
    .map((part) => part.trim());
  const day = readDate(date);
  const spans = hours === "" ? [] : hours.split(",").map(readSpan);
  const isReadable = spans.every((span) => span !== undefined);
  if (day === undefined || !isReadable || rest.length > 0) return undefined;
  if (reason === "" || reason.length > 100) return undefined;
  return { day, reason, spans };
}

function readDate(text: string): string | undefined {
  const [, day, month, year] =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined)
    return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(written)
    ? calendarDay(Number(year), Number(month), Number(day))
    : undefined;
}

function readSpan(text: string): Span | undefined {
  const found =
    /^([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3]):([0-5]\d)$/u.exec(
      text.trim(),
    );
  if (!found) return undefined;
  const [, fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = found;
  const from = `${fromHour.padStart(2, "0")}:${fromMinute}`;
  const to = `${toHour.padStart(2, "0")}:${toMinute}`;
  return from < to ? { from, to } : undefined;
}
