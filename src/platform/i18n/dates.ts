import { hourShownTwice } from "../values/german-moment.ts";
import { clockTexts } from "./clock-texts.ts";
import type { Locale } from "./texts.ts";

/** All times people read are those of Germany, wherever the server stands. */
const timeZone = "Europe/Berlin";

const languageTags: Record<Locale, string> = { de: "de-DE", en: "en-GB" };

/** `3. März 2027`, `3 March 2027`. */
export function formatDate(date: Date, locale: Locale): string {
  return dateFormats[locale].format(date);
}

/** For columns, where days stand below each other: `03.03.2027`, `03 Mar 2027`. */
export function formatShortDate(date: Date, locale: Locale): string {
  return shortDateFormats[locale].format(date);
}

/** The same of a day as the calendar writes it, `2027-03-03`. */
export function formatDay(day: string, locale: Locale): string {
  return formatDate(new Date(`${day}T12:00:00Z`), locale);
}

/** `März 2027`, `March 2027`, of a month as the calendar writes it, `2027-03`. */
export function formatMonth(month: string, locale: Locale): string {
  return monthFormats[locale].format(new Date(`${month}-15T12:00:00Z`));
}

/** `14:05`, for inputs and the axes of plots. Elsewhere `formatClock`: it tells the two hours apart that clocks show twice. */
export function formatTime(date: Date, locale: Locale): string {
  return timeFormats[locale].format(date);
}

/** `14:05 Uhr`, `14:05`; when summer time ends `02:31 Uhr (Sommerzeit)`, `02:31 (summer time)` and an hour later `02:31 Uhr (Winterzeit)`. */
export function formatClock(date: Date, locale: Locale): string {
  return onTheClock(formatTime(date, locale), date, locale);
}

/** `3. März 2027, 14:05`; in an hour that comes twice as `formatClock` says it. */
export function formatDateTime(date: Date, locale: Locale): string {
  const time = hourShownTwice(date) ? formatClock : formatTime;
  return `${formatDate(date, locale)}, ${time(date, locale)}`;
}

/** For documents: `Dienstag, 3. März 2026 um 14:05 Uhr`, `Tuesday 3 March 2026 at 14:05`; in an hour that comes twice as `formatClock` says it. */
export function formatMoment(date: Date, locale: Locale): string {
  return onTheClock(momentFormats[locale].format(date), date, locale);
}

function onTheClock(time: string, date: Date, locale: Locale): string {
  return clockTexts(locale)(hourShownTwice(date) ?? "once", { time });
}

const shortDateFormats = {
  de: new Intl.DateTimeFormat(languageTags.de, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone,
  }),
  en: new Intl.DateTimeFormat(languageTags.en, {
    day: "2-digit",
    month: "short",
    year: "numeric",
    timeZone,
  }),
} as const satisfies Record<Locale, Intl.DateTimeFormat>;

const dateFormats = formatsFor({
  day: "numeric",
  month: "long",
  year: "numeric",
});
const monthFormats = formatsFor({ month: "long", year: "numeric" });
const timeFormats = formatsFor({ hour: "2-digit", minute: "2-digit" });
const momentFormats = formatsFor({ dateStyle: "full", timeStyle: "short" });

function formatsFor(
  options: Intl.DateTimeFormatOptions,
): Record<Locale, Intl.DateTimeFormat> {
  const format = (locale: Locale) =>
    new Intl.DateTimeFormat(languageTags[locale], { ...options, timeZone });
  return { de: format("de"), en: format("en") };
}
