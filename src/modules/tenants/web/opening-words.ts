import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Exception, OpeningDay } from "../domain/opening-day.ts";
import type { OpeningToday } from "../domain/opening-today.ts";
import type { Span } from "../domain/special-day.ts";
import { tenantsTexts } from "../i18n/texts.ts";

/** "Heute geöffnet bis 16 Uhr". */
export function todayInWords(today: OpeningToday, locale: Locale): string {
  const t = tenantsTexts(locale);
  switch (today.kind) {
    case "open":
      return t("office.today.open", { until: clock(today.until, locale) });
    case "later":
      return t("office.today.later", spanValues(today.span, locale));
    case "over":
      return t("office.today.over");
    case "closed":
      return today.exception
        ? t("office.today.closed-for", {
            reason: reasonInWords(today.exception, locale),
          })
        : t("office.today.closed");
  }
}

/** "Wieder geöffnet: Montag, 30. November, ab 9 Uhr"; undefined while it is open today, and where no day is known. */
export function nextInWords(
  today: OpeningToday,
  locale: Locale,
): string | undefined {
  if (today.kind === "open" || today.kind === "later") return undefined;
  const [first] = today.next?.spans ?? [];
  if (!today.next || !first) return undefined;
  return tenantsTexts(locale)("office.next", {
    day: weekdayFormats[locale].format(noonOf(today.next.day)),
    from: clock(first.from, locale),
  });
}

/** "Am 3. Oktober (Tag der Deutschen Einheit) geschlossen". */
export function exceptionInWords(
  { day, spans, exception }: OpeningDay & { readonly exception: Exception },
  locale: Locale,
): string {
  const t = tenantsTexts(locale);
  const values = {
    day: dayFormats[locale].format(noonOf(day)),
    reason: reasonInWords(exception, locale),
  };
  if (spans.length === 0) return t("office.exception.closed", values);
  const hours = spans
    .map((span) => t("office.span", spanValues(span, locale)))
    .join(t("office.span.and"));
  return t("office.exception.open", { ...values, hours });
}

function reasonInWords(exception: Exception, locale: Locale): string {
  if (exception.kind === "holiday")
    return tenantsTexts(locale)(`holiday.${exception.holiday}`);
  const { reason, reasonEn = reason } = exception;
  return locale === "en" ? reasonEn : reason;
}

function spanValues({ from, to }: Span, locale: Locale) {
  return {
    from: clock(from, locale).replace(/ Uhr$/, ""),
    to: clock(to, locale),
  };
}

/** "16 Uhr", "16:30 Uhr"; "16:00" in English. */
function clock(time: string, locale: Locale): string {
  if (locale === "en") return time;
  const [hour = "", minute] = time.split(":");
  return minute === "00" ? `${String(Number(hour))} Uhr` : `${time} Uhr`;
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

const inGermany = {
  timeZone: "Europe/Berlin",
  day: "numeric",
  month: "long",
} as const;
const dayFormats = {
  de: new Intl.DateTimeFormat("de-DE", inGermany),
  en: new Intl.DateTimeFormat("en-GB", inGermany),
};
const weekdayFormats = {
  de: new Intl.DateTimeFormat("de-DE", { ...inGermany, weekday: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { ...inGermany, weekday: "long" }),
};
