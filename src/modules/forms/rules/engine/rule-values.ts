import { parseDay } from "./dates.ts";
import { isGroup, isList, type RuleValue } from "./expression.ts";
import { roundTo } from "./functions.ts";
import type { RuleType } from "./rule-form.ts";

/** A stored value as rules see it: `null` when it is blank or cannot be read, as if it were not answered yet. */
export function readRuleValue(type: RuleType, written: string): RuleValue {
  return readers[type](written);
}

const readNumber = (written: string): RuleValue =>
  /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : null;
const readText = (written: string): RuleValue =>
  written.trim() === "" ? null : written;

const readers: Readonly<Record<RuleType, (written: string) => RuleValue>> = {
  text: readText,
  file: readText,
  number: readNumber,
  integer: readNumber,
  currency: readNumber,
  truth: (written) =>
    written === "true" || written === "false" ? written === "true" : null,
  date: (written) => (parseDay(written) ? written : null),
  none: () => null,
};

/** A computed value in the canonical form of its field; undefined when it is none of this type. */
export function writeRuleValue(
  type: RuleType,
  value: RuleValue | undefined,
): string | undefined {
  if (value === undefined || value === null || isList(value) || isGroup(value))
    return undefined;
  return typeof value === "number"
    ? numberWriters[type]?.(value)
    : writeOther(type, value);
}

const numberWriters: Readonly<
  Partial<Record<RuleType, (value: number) => string | undefined>>
> = {
  currency: (value) => plainNumber(roundTo(value, 2), 2),
  integer: (value) => plainNumber(roundTo(value, 0), 0),
  number: (value) => plainNumber(value),
  text: (value) => plainNumber(value),
};

function writeOther(
  type: RuleType,
  value: string | boolean,
): string | undefined {
  if (type === "truth")
    return typeof value === "boolean" ? String(value) : undefined;
  if (type === "date")
    return typeof value === "string" && parseDay(value) ? value : undefined;
  return type === "text" && value !== "" ? String(value) : undefined;
}

/** Beyond this, digits would be made up. */
const largestNumber = 1e15;

function plainNumber(value: number, decimals?: number): string | undefined {
  if (Math.abs(value) >= largestNumber) return undefined;
  if (decimals !== undefined) return value.toFixed(decimals);
  // Ten places hide what binary fractions add: 0.1 + 0.2.
  const text = value.toFixed(10);
  return text.replace(/\.?0+$/, "");
}
