import {
  calendarDay,
  isCalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { SpecialDay } from "./special-day.ts";
import { readSpan } from "./typed-span.ts";

/** The line that cannot be read, counted from one; or more days than anybody keeps in mind. */
export type SpecialDayFault =
  | { readonly kind: "wrong-line"; readonly line: number }
  | { readonly kind: "same-day"; readonly line: number }
  | { readonly kind: "too-many" };

const mostDays = 100;

/** Reads days as the office writes them, one a line: "24.12.2026; Heiligabend | Christmas Eve; 08:00-10:00". Without hours it is closed. */
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
    .map(({ day, reason, reasonEn, spans }) => {
      const words = reasonEn === undefined ? reason : `${reason} | ${reasonEn}`;
      const hours = spans.map(({ from, to }) => `${from}-${to}`).join(", ");
      const date = day.split("-").toReversed().join(".");
      return [date, words, ...(hours === "" ? [] : [hours])].join("; ");
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
  const words = readReason(reason);
  return words && { day, ...words, spans };
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

/** "Heiligabend | Christmas Eve" */
function readReason(
  text: string,
): Pick<SpecialDay, "reason" | "reasonEn"> | undefined {
  const [reason = "", reasonEn, ...rest] = text
    .split("|")
    .map((words) => words.trim());
  const isReadable = [reason, reasonEn ?? reason].every(
    (words) => words !== "" && words.length <= 100,
  );
  if (!isReadable || rest.length > 0) return undefined;
  return { reason, ...(reasonEn !== undefined && { reasonEn }) };
}
