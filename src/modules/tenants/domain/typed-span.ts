import type { Span } from "./special-day.ts";

/** "8:00-12:30" as people type it; nothing where it is not, or ends before it begins. */
export function readSpan(text: string): Span | undefined {
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
