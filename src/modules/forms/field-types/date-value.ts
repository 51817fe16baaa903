import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ValueProblem } from "../domain/field-error.ts";

/** The three inputs of a date as typed. */
export type DateParts = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/**
 * `2026-12-31` for a date that exists; otherwise what was typed, so that it can be shown again unchanged.
 * A whole date typed into one input (`31.12.2026`) is read too.
 */
export function canonicalDate({ day, month, year }: DateParts): string {
  const whole = [day, month, year]
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (whole.length === 0) return "";
  const only = whole.length === 1 ? parseWholeDate(whole[0] ?? "") : undefined;
  const parsed = only ?? {
    day: day.trim(),
    month: month.trim(),
    year: year.trim(),
  };
  return toIso(parsed) ?? [day, month, year].join(partSeparator);
}

/** The parts of a stored value for the three inputs. */
export function splitDate(value: string): DateParts {
  const iso = isoDate.exec(value);
  if (iso)
    return { day: iso[3] ?? "", month: iso[2] ?? "", year: iso[1] ?? "" };
  const [day = "", month = "", ...year] = value.split(partSeparator);
  return { day, month, year: year.join(partSeparator) };
}

/** As people write it in their language; what is no date as typed. */
export function showDate(value: string, locale: Locale): string {
  const { day, month, year } = splitDate(value);
  if (month === "" && year === "") return day;
  return [day, month, year].join(locale === "de" ? "." : "/");
}

export function checkDate(
  value: string,
): ValueProblem<"date" | "date-incomplete" | "date-not-real"> | undefined {
  if (isoDate.test(value) && isRealDate(value)) return undefined;
  const { day, month, year } = splitDate(value);
  const parts = [day, month, year];
  if (
    parts.some((part) => part.trim() === "") &&
    parts.every((part) => /^\d*$/.test(part.trim()))
  )
    return { code: "date-incomplete" };
  const isShaped =
    /^\d{1,2}$/.test(day.trim()) &&
    /^\d{1,2}$/.test(month.trim()) &&
    /^\d{4}$/.test(year.trim());
  return { code: isShaped ? "date-not-real" : "date" };
}

/** Two-digit years are not guessed: 26 may be a birth in 1926. */
export function parseWholeDate(text: string): DateParts | undefined {
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text.trim());
  if (german)
    return {
      day: german[1] ?? "",
      month: german[2] ?? "",
      year: german[3] ?? "",
    };
  return isoDate.test(text.trim()) ? splitDate(text.trim()) : undefined;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
// Cannot be typed into an input of one line, so it can never be mistaken for something typed.
const partSeparator = "\n";

function toIso({ day, month, year }: DateParts): string | undefined {
  if (
    !/^\d{1,2}$/.test(day) ||
    !/^\d{1,2}$/.test(month) ||
    !/^\d{4}$/.test(year)
  )
    return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(iso) ? iso : undefined;
}

function isRealDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(iso) &&
    !iso.startsWith("0")
  );
}
