import type {
  Fee,
  PeriodUnit,
  ProcessingTime,
} from "../content/leistung-content.ts";

type WithoutPurpose<Whole> = Whole extends unknown
  ? Omit<Whole, "for" | "inAdvance">
  : never;

/** What something costs, without for whom. */
export type Amount = WithoutPurpose<Fee>;

const highestCents = 10_000_000_000;

/** An amount as it is written in German: `12,50`, `10,00 bis 50,00`, `ab 10,00` or `kostenlos`. */
export function typedAmount(fee: Fee): string {
  switch (fee.kind) {
    case "free":
      return "kostenlos";
    case "fixed":
      return euros(fee.cents);
    case "range":
      return fee.toCents === undefined
        ? `ab ${euros(fee.fromCents)}`
        : `${euros(fee.fromCents)} bis ${euros(fee.toCents)}`;
  }
}

const euros = (cents: number) => {
  const [whole = "", rest = ""] = (cents / 100).toFixed(2).split(".");
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ".")},${rest}`;
};

const freeWords =
  /^(?:kostenlos|kostenfrei|gebührenfrei|frei|keine|nichts|free|none|0|0[,.]00?)$/;

/** The amount that was typed; undefined for what is none, and for a span that ends before it begins. */
export function amountOf(typed: string): Amount | undefined {
  const words = typed
    .toLowerCase()
    .replaceAll(/€|\beuros?\b|\beur\b/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (freeWords.test(words)) return { kind: "free" };
  const [, open, first = "", second] =
    /^(ab |mindestens |from )?([\d.,]+)(?: ?(?:bis|to|-|–) ?([\d.,]+))?$/.exec(
      words,
    ) ?? [];
  const fromCents = centsOf(first);
  if (fromCents === undefined) return undefined;
  if (second === undefined)
    return open === undefined
      ? { kind: "fixed", cents: fromCents }
      : { kind: "range", fromCents };
  const toCents = centsOf(second);
  if (toCents === undefined || toCents <= fromCents || open !== undefined)
    return undefined;
  return { kind: "range", fromCents, toCents };
}

/** `1.250,00`, `12,5`, `12` and, as it is typed on other keyboards, `12.50`. */
function centsOf(typed: string): number | undefined {
  const [, whole = "", rest = ""] =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(typed) ??
    /^(\d{1,9})\.(\d{2})$/.exec(typed) ??
    [];
  if (whole === "") return undefined;
  const cents =
    Number(whole.replaceAll(".", "")) * 100 + Number(rest.padEnd(2, "0"));
  return cents <= highestCents ? cents : undefined;
}

/** A period as it is written in German: `3 Wochen`, `2 bis 4 Arbeitstage`. */
export function typedPeriod({ min, max, unit }: ProcessingTime): string {
  const [one, many] = unitWords[unit];
  const words = max === 1 ? one : many;
  return min === undefined || min === max
    ? `${String(max)} ${words}`
    : `${String(min)} bis ${String(max)} ${words}`;
}

/** The period that was typed; undefined for what is none, and for a span that ends before it begins. */
export function periodOf(typed: string): ProcessingTime | undefined {
  const [, first = "", second, word = ""] =
    /^(\d{1,4}|eine?n?|one)(?: ?(?:bis|to|-|–) ?(\d{1,4}))? ?([\p{L} ]+)$/u.exec(
      typed.trim().toLowerCase(),
    ) ?? [];
  const unit = unitOf(word.replaceAll(/\s+/g, " ").trim());
  if (unit === undefined) return undefined;
  const from = /\d/.test(first) ? Number(first) : 1;
  if (second === undefined) return { max: from, unit };
  const max = Number(second);
  return max > from ? { min: from, max, unit } : undefined;
}

/** One and many in the notation of the form. */
const unitWords: Readonly<Record<PeriodUnit, readonly [string, string]>> = {
  hour: ["Stunde", "Stunden"],
  day: ["Tag", "Tage"],
  workingDay: ["Arbeitstag", "Arbeitstage"],
  week: ["Woche", "Wochen"],
  month: ["Monat", "Monate"],
  year: ["Jahr", "Jahre"],
};

const unitPatterns: readonly (readonly [PeriodUnit, RegExp])[] = [
  ["hour", /^(?:stunden?|std|hours?)$/],
  ["workingDay", /^(?:(?:arbeits|werk)tage?n?|working days?)$/],
  ["day", /^(?:tage?n?|days?)$/],
  ["week", /^(?:wochen?|weeks?)$/],
  ["month", /^(?:monate?n?|months?)$/],
  ["year", /^(?:jahre?n?|years?)$/],
];

const unitOf = (word: string) =>
  unitPatterns.find(([, pattern]) => pattern.test(word))?.[0];
