import { germanDay } from "../values/german-day.ts";
import type { Locale } from "./texts.ts";

const dayMs = 86_400_000;

const relative = {
  de: new Intl.RelativeTimeFormat("de", { numeric: "auto" }),
  en: new Intl.RelativeTimeFormat("en", { numeric: "auto" }),
} as const satisfies Record<Locale, Intl.RelativeTimeFormat>;

/** `heute`, `gestern`, `vor 3 Tagen`: to stand beside the absolute date, never instead of it. */
export function formatDaysAgo(date: Date, now: Date, locale: Locale): string {
  return relative[locale].format(dayNumber(date) - dayNumber(now), "day");
}

/** Of calendar days: yesterday evening is "gestern", not "vor 0 Tagen". */
function dayNumber(date: Date): number {
  return Date.parse(`${germanDay(date)}T00:00:00Z`) / dayMs;
}
