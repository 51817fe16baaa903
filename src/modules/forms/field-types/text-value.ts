import type { ValueProblem } from "../domain/field-error.ts";
import type { TextField } from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";

/** Used where the form sets no limit, so that no field is without one. */
const defaultMaxLength = 2000;

/** Trimmed, composed (NFC, as DIN 91379 asks), line ends as `\n`. */
export function canonicalText(raw: string): string {
  return raw.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
}

export function checkText(
  field: TextField,
  value: string,
): ValueProblem | undefined {
  return (
    checkLength(field, value) ??
    checkCharacters(field, value) ??
    checkFormat(field, value) ??
    checkPattern(field, value)
  );
}

/** Lengths count code points: an emoji or a letter beyond the basic plane is one character. */
export function checkLength(
  limits: { readonly minLength?: number; readonly maxLength?: number },
  value: string,
): ValueProblem | undefined {
  const length = Array.from(value).length;
  const max = limits.maxLength ?? defaultMaxLength;
  if (length > max) return { code: "too-long", params: { max, length } };
  const min = limits.minLength ?? 0;
  if (length < min) return { code: "too-short", params: { min, length } };
  return undefined;
}

// Letters with their marks, numbers, punctuation, symbols and spaces. What is left out cannot be printed or sent on:
// control and private-use characters, unassigned code points, lone surrogates.
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200C\u200D]*$/u;
// Stands for a character that was lost on the way; storing it would hide the loss.
const replacementCharacter = "\uFFFD";

function checkCharacters(
  field: TextField,
  value: string,
): ValueProblem | undefined {
  const text = field.multiline ? value.replaceAll(/[\n\t]/g, " ") : value;
  const isClean = printable.test(text) && !text.includes(replacementCharacter);
  return isClean ? undefined : { code: "characters" };
}

// Deliberately loose: whether an address exists shows only when mail arrives.
const emailAddress = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u;

function checkFormat(
  field: TextField,
  value: string,
): ValueProblem | undefined {
  if (field.format === "email" && !emailAddress.test(value))
    return { code: "email" };
  return undefined;
}

function checkPattern(
  field: TextField,
  value: string,
): ValueProblem | undefined {
  if (field.pattern === undefined) return undefined;
  const compiled = compilePattern(field.pattern);
  // A pattern that cannot be used was reported at import; it must not lock people out here.
  if (!compiled.ok || compiled.value.matches(value)) return undefined;
  if (field.format === "postcode") return { code: "postcode" };
  return field.example === undefined
    ? { code: "pattern" }
    : { code: "pattern-example", params: { example: field.example } };
}
