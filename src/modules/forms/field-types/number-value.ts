import type { Locale } from "../../../platform/i18n/texts.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import type { NumberField } from "../domain/form-definition.ts";
import { checkLength } from "./text-field.ts";

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
  return checkLength(field, countedDigits(value));
}

/** Lengths of FIM say how many digits a number has: neither a sign counts, nor a decimal point, nor the cents nobody typed. */
function countedDigits(value: string): string {
  return value.replace(/\.00$/, "").replaceAll(/[-.]/g, "");
}

/** Only the decimal sign changes: grouping would tear identifiers apart that were modelled as numbers. */
export function showNumber(value: string, locale: Locale): string {
  return locale === "de" && /^-?\d+\.\d+$/.test(value)
    ? value.replace(".", ",")
    : value;
}
