import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";

/** From when until when, `HH:MM` in local time. */
export type Span = { readonly from: string; readonly to: string };

/** A single day on which an office keeps other hours than those of the weekday. */
export type SpecialDay = {
  readonly day: CalendarDay;
  /** What people read: "Betriebsausflug", "Heiligabend". */
  readonly reason: string;
  /** The same on English pages; else the German words stand there. */
  readonly reasonEn?: string | undefined;
  /** None: closed all day. */
  readonly spans: readonly Span[];
};
