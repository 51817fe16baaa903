import type { Locale } from "../../../platform/i18n/texts.ts";
import { withCommonCharacters } from "../../../platform/values/latin-characters.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import { monthOf } from "./month-names.ts";

/** The three inputs of a date as typed. */
export type DateParts = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/** What a field says about the years it can mean. */
export type YearLimits = {
  /** A birthday is never in the future. */
  readonly isBirthday?: true;
  readonly minDate?: string;
  readonly maxDate?: string;
};

/** What decides about a year of two digits. Without `today` such a year is not completed. */
export type YearMeaning = YearLimits & {
  readonly today?: string | undefined;
};

/** What was typed into the input with this suffix. */
export type Typed = (suffix: string) => string;

/** A day from three inputs, or written into one, in canonical form; what is none as typed. */
export function readDate(typed: Typed, meaning: YearMeaning): string {
  const whole = typed("");
  return canonicalDate(
    whole === ""
      ? { day: typed("-day"), month: typed("-month"), year: typed("-year") }
      : { day: whole, month: "", year: "" },
    meaning,
  );
}

/**
 * `2026-12-31` for a date that exists; otherwise what was typed, so that it can be shown again unchanged.
 * A whole date in one of the inputs (`31.12.2026`, pasted) is read too.
 */
export function canonicalDate(
  typed: DateParts,
  meaning: YearMeaning = {},
): string {
  const filled = [typed.day, typed.month, typed.year]
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (filled.length === 0) return "";
  const parts =
    (filled.length === 1 ? parseWholeDate(filled[0] ?? "") : undefined) ??
    typed;
  return (
    toIso(parts, meaning) ??
    [parts.day, parts.month, parts.year].join(partSeparator)
  );
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
  if (isDate(value)) return undefined;
  const { day, month, year } = splitDate(value);
  const parts = [day, month, year];
  if (
    parts.some((part) => part.trim() === "") &&
    parts.every((part) => /^\d*$/.test(part.trim()))
  )
    return { code: "date-incomplete" };
  const isShaped =
    /^\d{1,2}$/.test(day.trim()) &&
    (/^\d{1,2}$/.test(month.trim()) || monthOf(month) !== undefined) &&
    /^\d{4}$/.test(year.trim());
  return { code: isShaped ? "date-not-real" : "date" };
}

/** True for `2026-12-31` and only for days that exist. */
export function isDate(value: string): boolean {
  return isoDate.test(value) && isRealDate(value);
}

/** `1.5.2026`, `01/05/26`, `1. Mai 2026`, `01052026`, `2026-05-01`. */
function parseWholeDate(text: string): DateParts | undefined {
  const typed = withCommonCharacters(text).trim();
  if (isoDate.test(typed)) return splitDate(typed);
  const match = parted.exec(typed) ?? inWords.exec(typed) ?? digits.exec(typed);
  if (!match) return undefined;
  const [, day = "", month = "", year = ""] = match;
  return { day, month, year };
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const parted = /^(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})$/;
const inWords = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?\s*(\d{4}|\d{2})$/u;
const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
// Cannot be typed into an input of one line, so it can never be mistaken for something typed.
const partSeparator = "\n";

function toIso(parts: DateParts, meaning: YearMeaning): string | undefined {
  const [day, typedMonth, typedYear] = [
    parts.day.trim().replace(/\.$/, ""),
    parts.month.trim().replace(/\.$/, ""),
    parts.year.trim(),
  ];
  const month = monthOf(typedMonth) ?? typedMonth;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month)) return undefined;
  const inYear = (year: string) =>
    `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (/^\d{2}$/.test(typedYear))
    return completeYear(
      ["19", "20"].map((century) => inYear(century + typedYear)),
      meaning,
    );
  const iso = inYear(typedYear);
  return isDate(iso) ? iso : undefined;
}

/** How far ahead a date may lie to be meant with two digits of its year: a permit ends soon, a birthday was long ago. */
const yearsAhead = 20;

/** The latest of the possible dates that this field can mean. */
function completeYear(
  dates: readonly string[],
  { today, isBirthday, minDate, maxDate }: YearMeaning,
): string | undefined {
  if (today === undefined) return undefined;
  const latest =
    isBirthday === true
      ? today
      : `${String(Number(today.slice(0, 4)) + yearsAhead)}${today.slice(4)}`;
  return dates
    .filter(isRealDate)
    .filter((date) => date <= latest)
    .filter((date) => minDate === undefined || date >= minDate)
    .findLast((date) => maxDate === undefined || date <= maxDate);
}

function isRealDate(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1000 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}
