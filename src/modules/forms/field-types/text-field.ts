import { z } from "zod";
import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import { textFormats, type TextField } from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";
import {
  defineFieldType,
  type Control,
  type ErrorTexts,
  type FieldType,
  type Samples,
} from "./field-type.ts";
import { fieldShape, lengthShape, optional } from "./field-shape.ts";

/** A text field in a stored form, whatever its format. */
export const textShape = z.strictObject({
  ...fieldShape,
  ...lengthShape,
  dataType: z.literal("text"),
  pattern: optional(z.string()),
  example: optional(z.string()),
  format: optional(z.enum(textFormats)),
  multiline: optional(z.literal(true)),
});

/** What one format of text adds to all others. */
export type TextTypeParts<Code extends string> = {
  readonly errors: ErrorTexts<Code>;
  /** A text with spaces around taken off, in the way it is stored; unchanged where it is nothing of this format. */
  tidy?(text: string): string;
  checkFormat?(
    value: string,
  ): ValueProblem<NoInfer<Code> | FieldErrorCode> | undefined;
  show?(value: string, locale: Locale): string;
  readonly input?: Partial<TextInputProps>;
  render?(field: TextField, control: Control): SafeHtml;
  samples(field: TextField): Samples;
};

/** The type of a text: its format comes first, then the lengths and the pattern that the form asks for. */
export function defineTextType<Code extends string = never>(
  parts: TextTypeParts<Code>,
): FieldType<TextField, Code> {
  return defineFieldType<TextField, Code>({
    shape: textShape,
    errors: parts.errors,
    read: (_field, typed) => {
      const text = canonicalText(typed());
      return parts.tidy?.(text) ?? text;
    },
    check: (field, value) =>
      checkCharacters(field, value) ??
      parts.checkFormat?.(value) ??
      checkLength(field, value) ??
      checkPattern(field, value),
    missing: () => ({ code: "required" }),
    show: (_field, value, locale) => parts.show?.(value, locale) ?? value,
    render: (field, control) =>
      parts.render?.(field, control) ??
      renderTextInput(field, control, parts.input),
    samples: (field) => parts.samples(field),
  });
}

/** Used where the form sets no limit, so that no field is without one. */
const defaultMaxLength = 2000;

/** Trimmed, composed (NFC, as DIN 91379 asks), line ends as `\n`. */
export function canonicalText(raw: string): string {
  return raw.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** Lengths count code points: an emoji or a letter beyond the basic plane is one character. */
export function checkLength(
  limits: { readonly minLength?: number; readonly maxLength?: number },
  value: string,
): ValueProblem<FieldErrorCode> | undefined {
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
): ValueProblem<FieldErrorCode> | undefined {
  const text = field.multiline ? value.replaceAll(/[\n\t]/g, " ") : value;
  const isClean = printable.test(text) && !text.includes(replacementCharacter);
  return isClean ? undefined : { code: "characters" };
}

function checkPattern(
  field: TextField,
  value: string,
): ValueProblem<FieldErrorCode> | undefined {
  if (field.pattern === undefined) return undefined;
  const compiled = compilePattern(field.pattern);
  // A pattern that cannot be used was reported at import; it must not lock people out here.
  if (!compiled.ok || compiled.value.matches(value)) return undefined;
  return field.example === undefined
    ? { code: "pattern" }
    : { code: "pattern-example", params: { example: field.example } };
}

/** One line, as wide as what is expected. */
export function renderTextInput(
  field: TextField,
  { props, value }: Control,
  input: Partial<TextInputProps> = {},
): SafeHtml {
  return textInput({
    ...props,
    ...(field.autocomplete === undefined
      ? {}
      : { autocomplete: field.autocomplete }),
    ...widthFor(field.maxLength),
    ...input,
    value,
  });
}

/** The size of a field says how much is expected. */
function widthFor(
  maxLength: number | undefined,
): Pick<TextInputProps, "width"> {
  const width = ([4, 6, 10, 20] as const).find(
    (candidate) => (maxLength ?? Infinity) <= candidate,
  );
  return width === undefined ? {} : { width };
}
