import { addDays } from "../../../platform/calendar/calendar-day.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import {
  nextOpeningDay,
  openingDay,
  type Exception,
  type OfficeHours,
  type OpeningDay,
} from "./opening-day.ts";
import type { Span } from "./special-day.ts";

/** Whether people find the door open. */
export type OpeningToday =
  | { readonly kind: "open"; readonly until: string }
  /** Not yet, or after the lunch break. */
  | { readonly kind: "later"; readonly span: Span }
  | {
      /** `over`: it was open today. */
      readonly kind: "over" | "closed";
      readonly exception: Exception | undefined;
      readonly next: OpeningDay | undefined;
    };

/** An office that opens less often is one for appointments. */
const daysAhead = 60;

/** At the moment `now` in Germany; public holidays are those of the Land the ARS begins with. */
export function openingToday(
  office: OfficeHours,
  now: Date,
  ars: string,
): OpeningToday {
  const day = germanDay(now);
  const time = germanTime.format(now);
  const { spans, exception } = openingDay(office, day, ars);
  const span = spans.find(({ to }) => time < to);
  if (span)
    return span.from <= time
      ? { kind: "open", until: span.to }
      : { kind: "later", span };
  return {
    kind: spans.length > 0 ? "over" : "closed",
    exception,
    next: nextOpeningDay(office, {
      from: addDays(day, 1),
      days: daysAhead,
      ars,
    }),
  };
}

/** `08:05`, as opening hours are written. */
const germanTime = new Intl.DateTimeFormat("de-DE", {
  timeZone: "Europe/Berlin",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
