import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { NumberField } from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";
import { shorten, type ImportReport } from "./import-message.ts";
import { readableText } from "./read-sequence.ts";

/** `praezisierung` as it stands there: names (`minLength`, `pattern` …) with their text, and words that are no name. */
export type RawPrecision = {
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
};

/**
 * 2.0 has a JSON object whose values are strings. Released schemas also carry free text there (`1..31`);
 * that is reported and not checked. @see XDatenfelder 2.0, Datenfeld
 */
export function readJsonPrecision(
  element: XmlElement,
  report: ImportReport,
): RawPrecision {
  const text = element.text.trim();
  if (text === "") return { values: {}, words: "" };
  if (!text.startsWith("{")) {
    reportWords(element, report);
    return { values: {}, words: readableText(element) };
  }
  const values = parseObject(text);
  if (values) return { values, words: "" };
  // What begins like JSON was meant as JSON: a constraint would be lost that the author relied on.
  report.error("precision-not-json", element, { value: shorten(text) });
  return { values: {}, words: readableText(element) };
}

/** 3.0.0 has attributes. @see XDatenfelder 3.0.0, Praezisierung */
export function readAttributePrecision(
  element: XmlElement,
  report: ImportReport,
): RawPrecision {
  const words = readableText(element);
  if (words !== "") reportWords(element, report);
  const known = [...element.attributes].filter(([name]) => isKnown(name));
  for (const [name, value] of element.attributes)
    if (!isKnown(name) && !name.includes(":") && name !== "xmlns")
      report.warning("precision-ignored", element, {
        value: shorten(`${name}: ${value}`),
      });
  return { values: Object.fromEntries(known), words };
}

const limitNames = ["minLength", "maxLength", "minValue", "maxValue"] as const;
type LimitName = (typeof limitNames)[number];

function isKnown(name: string): boolean {
  return name === "pattern" || limitNames.some((limit) => limit === name);
}

function reportWords(element: XmlElement, report: ImportReport): void {
  report.warning("precision-ignored", element, {
    value: shorten(readableText(element)),
  });
}

function parseObject(
  text: string,
): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, textOf(inner)]),
    );
  } catch {
    // Not JSON; the caller reports it.
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

/** One element's precision while its field is read. */
export type PrecisionReading = {
  readonly raw: RawPrecision;
  readonly element: XmlElement | undefined;
  readonly report: ImportReport;
};

type Lengths = { readonly minLength?: number; readonly maxLength?: number };
type Range = { readonly minValue?: number; readonly maxValue?: number };

export function readLengths(reading: PrecisionReading): Lengths {
  const minLength = readNumber("minLength", reading);
  const maxLength = readNumber("maxLength", reading);
  if (contradict(minLength, maxLength, reading)) return {};
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

/** Limits of a number and how many digits it has, where some number keeps both. */
export function readNumberLimits(
  reading: PrecisionReading,
  dataType: NumberField["dataType"],
): Lengths & Range {
  const range = readRange(reading, dataType);
  const lengths = readLengths(reading);
  const { minLength = 0, maxLength = Infinity } = lengths;
  const { least, most } = digitsWithin(range);
  if (minLength <= most && maxLength >= least) return { ...lengths, ...range };
  reading.report.warning("length-contradictory", reading.element, {
    min: minLength,
    max: lengths.maxLength ?? "…",
  });
  return range;
}

function readRange(
  reading: PrecisionReading,
  dataType: NumberField["dataType"],
): Range {
  const minValue = readNumber("minValue", reading);
  const maxValue = readNumber("maxValue", reading);
  if (contradict(minValue, maxValue, reading)) return {};
  const first = Math.ceil(minValue ?? -Infinity);
  if (dataType === "integer" && contradict(first, maxValue, reading)) return {};
  return {
    ...(minValue === undefined ? {} : { minValue }),
    ...(maxValue === undefined ? {} : { maxValue }),
  };
}

/** How many digits before the decimal point numbers of a range have at least and at most. */
function digitsWithin({ maxValue = Infinity, ...range }: Range) {
  // Whoever limits a number from above only does not think of those below zero.
  const { minValue = maxValue < 0 ? -Infinity : 0 } = range;
  const [low, high] = [Math.abs(minValue), Math.abs(maxValue)];
  const spansZero = minValue <= 0 && maxValue >= 0;
  return {
    least: spansZero ? 1 : digitsOf(Math.ceil(Math.min(low, high))),
    most: digitsOf(Math.max(low, high)),
  };
}

function digitsOf(amount: number): number {
  return Number.isFinite(amount) ? String(Math.floor(amount)).length : Infinity;
}

export function readDateRange(reading: PrecisionReading): {
  readonly minDate?: string;
  readonly maxDate?: string;
} {
  const minDate = readDay("minValue", reading);
  const maxDate = readDay("maxValue", reading);
  if (contradict(minDate, maxDate, reading)) return {};
  return {
    ...(minDate === undefined ? {} : { minDate }),
    ...(maxDate === undefined ? {} : { maxDate }),
  };
}

/** The pattern, when it can be applied and some text of the allowed length matches it. */
export function readPattern(
  reading: PrecisionReading,
  { minLength = 0, maxLength = Infinity }: Lengths,
): { readonly pattern?: string } {
  const { raw, element, report } = reading;
  const pattern = raw.values["pattern"] ?? "";
  if (pattern === "") return {};
  const compiled = compilePattern(pattern);
  if (!compiled.ok) {
    report.warning("pattern-ignored", element, { value: shorten(pattern) });
    return {};
  }
  if (compiled.value.canHaveLength(minLength, maxLength)) return { pattern };
  report.warning("pattern-unmatchable", element, { value: shorten(pattern) });
  return {};
}

function readNumber(
  name: LimitName,
  reading: PrecisionReading,
): number | undefined {
  const shape = name.endsWith("Length")
    ? /^\d{1,7}$/
    : /^[+-]?\d{1,15}(?:\.\d{1,10})?$/;
  const text = reading.raw.values[name] ?? "";
  if (text === "") return undefined;
  const number = text.replace(",", ".");
  if (shape.test(number)) return Number(number);
  ignore(name, reading);
  return undefined;
}

function readDay(
  name: "minValue" | "maxValue",
  reading: PrecisionReading,
): string | undefined {
  const text = reading.raw.values[name] ?? "";
  if (text === "") return undefined;
  if (isDay(text)) return text;
  ignore(name, reading);
  return undefined;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

function ignore(
  name: LimitName,
  { raw, element, report }: PrecisionReading,
): void {
  report.warning("precision-ignored", element, {
    value: shorten(`${name}: ${raw.values[name] ?? ""}`),
  });
}

function contradict<Limit extends number | string>(
  min: Limit | undefined,
  max: Limit | undefined,
  { element, report }: PrecisionReading,
): boolean {
  if (min === undefined || max === undefined || min <= max) return false;
  report.warning("precision-contradictory", element, { min, max });
  return true;
}
