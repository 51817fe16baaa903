import type { Locale } from "../../../platform/i18n/texts.ts";
import { withCommonCharacters } from "../../../platform/values/latin-characters.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import type { NumberField } from "../domain/form-definition.ts";
import { checkLength } from "./text-field.ts";

/**
 * Reads a number as people in Germany write it: `1.234,5`, `1234,5`, `1 234 €`, `12,- €`, but also `1234.5`.
 * A single point with exactly three digits behind it groups thousands; a comma is always the decimal sign.
 * Gives back what was typed when it cannot be read.
 */
export function canonicalNumber(field: NumberField, raw: string): string {
  if (raw.length > maxTyped) return raw;
  const plain = withoutGrouping(compactNumber(field, raw));
  if (plain === undefined) return raw.trim();
  return normalise(field, plain) ?? raw.trim();
}

/** Without spaces, currency, the field's unit, and the `,-` of prices. */
function compactNumber(
  { dataType, unit = "" }: NumberField,
  raw: string,
): string {
  const typed = withCommonCharacters(raw).trim();
  const isInUnit =
    unit !== "" && typed.toLowerCase().endsWith(unit.toLowerCase());
  const compact = (isInUnit ? typed.slice(0, -unit.length) : typed).replaceAll(
    /\s|['’]|€|^EUR(?:O)?|EUR(?:O)?$/giu,
    "",
  );
  return dataType === "currency" ? compact.replace(/,-{1,2}$/, "") : compact;
}

function withoutGrouping(compact: string): string | undefined {
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact))
    return compact.replaceAll(".", "").replace(",", ".");
  // The other way round, as in English: only where both signs leave no doubt.
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(compact))
    return compact.replaceAll(",", "");
  if (/^[+-]?\d+(?:,\d+)?$/.test(compact)) return compact.replace(",", ".");
  if (/^[+-]?\d+\.\d+$/.test(compact)) return compact;
  return undefined;
}

function normalise(field: NumberField, plain: string): string | undefined {
  // An identifier typed as a number (a frequent fault of FIM schemas) must keep its zeros in front.
  if (field.dataType === "number" && /^\d+$/.test(plain)) return plain;
  const [typedWhole = "", typedFraction = ""] = plain
    .replace(/^[+-]/, "")
    .split(".");
  const whole = typedWhole.replace(/^0+(?=\d)/, "");
  const fraction = writeFraction(field, typedFraction.replace(/0+$/, ""));
  if (fraction === undefined) return undefined;
  const isNegative = plain.startsWith("-") && /[1-9]/.test(plain);
  return `${isNegative ? "-" : ""}${whole}${fraction}`;
}

function writeFraction(
  { dataType }: NumberField,
  fraction: string,
): string | undefined {
  switch (dataType) {
    case "number":
      return fraction === "" ? "" : `.${fraction}`;
    case "integer":
      return fraction === "" ? "" : undefined;
    case "currency":
      return fraction.length > 2 ? undefined : `.${fraction.padEnd(2, "0")}`;
  }
}

// Longer input is no number and not worth reading.
const maxTyped = 100;
// Enough for every amount an office handles, and exact as a JavaScript number for comparing with limits.
const maxDigits = 30;

const canonicalForms = {
  number: /^-?\d+(?:\.\d+)?$/,
  integer: /^-?\d+$/,
  currency: /^-?\d+\.\d{2}$/,
} as const;

export function checkNumber(
  field: NumberField,
  value: string,
): ValueProblem<FieldErrorCode | NumberField["dataType"]> | undefined {
  if (value.length > maxDigits)
    return {
      code: "too-long",
      params: { max: maxDigits, length: value.length },
    };
  if (!canonicalForms[field.dataType].test(value))
    return { code: field.dataType };
  const amount = Number(value);
  if (field.minValue !== undefined && amount < field.minValue)
    return { code: "too-small", params: { min: field.minValue } };
  if (field.maxValue !== undefined && amount > field.maxValue)
    return { code: "too-large", params: { max: field.maxValue } };
  return checkLength(field, value);
}

/** Only the decimal sign changes: grouping would tear identifiers apart that were modelled as numbers. */
export function showNumber(value: string, locale: Locale): string {
  return locale === "de" && /^-?\d+\.\d+$/.test(value)
    ? value.replace(".", ",")
    : value;
}
