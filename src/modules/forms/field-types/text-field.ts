import type { Locale } from "../../../platform/i18n/texts.ts";
import { z } from "zod";
import type { SafeHtml } from "../../../platform/html/html.ts";
import {
  findForeignCharacter,
  withCommonCharacters,
} from "../../../platform/values/latin-characters.ts";
import type { FieldProps } from "../../../ui/field.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import {
  textFormats,
  type TextField,
  type TextFormat,
} from "../domain/form-definition.ts";
import { compilePattern } from "../domain/pattern.ts";
import { textTexts } from "./i18n/text.ts";
import {
  defineFieldType,
  type Control,
  type ErrorTexts,
  type FieldType,
  type Samples,
} from "./field-type.ts";
import { fieldShape, lengthShape, optional } from "./field-shape.ts";

/** A text field in a stored form, whatever its format. */
const textShape = z.strictObject({
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
  /** Absent for a text of any kind. */
  readonly format?: TextFormat;
  /** What it is called where people choose a format. */
  readonly name?: Readonly<Record<Locale, string>>;
  readonly errors: ErrorTexts<Code>;
  /** `name`: only what names of persons need (DIN 91379, data type A). */
  readonly characters?: "name" | "text";
  /** Shown where the form gives neither help nor an example of its own. */
  readonly example?: string;
  /** A text with spaces around taken off, in the way it is stored; unchanged where it is nothing of this format. */
  tidy?(text: string): string;
  checkFormat?(
    value: string,
  ): ValueProblem<NoInfer<Code> | FieldErrorCode> | undefined;
  /** As people write it, in the input too: an IBAN in groups of four. `tidy` reads it again. */
  show?(value: string): string;
  readonly scripts?: readonly string[];
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
    plain: {
      dataType: "text",
      ...(parts.format === undefined ? {} : { format: parts.format }),
    },
    ...(parts.name ? { name: parts.name } : {}),
    errors: parts.errors,
    read: (_field, typed) => {
      const text = canonicalText(typed());
      return parts.tidy?.(text) ?? text;
    },
    check: (field, value) =>
      checkCharacters(
        field.multiline ? value.replaceAll("\n", " ") : value,
        parts.characters ?? "text",
      ) ??
      parts.checkFormat?.(value) ??
      checkLength(field, value) ??
      checkPattern(field, value),
    missing: () => ({ code: "required" }),
    show: (_field, value) => parts.show?.(value) ?? value,
    render: (field, { props, value }) => {
      const control = {
        props: withExample(props, parts.example),
        value: parts.show?.(value) ?? value,
      };
      return (
        parts.render?.(field, control) ??
        renderTextInput(field, control, parts.input)
      );
    },
    ...(parts.scripts ? { scripts: parts.scripts } : {}),
    samples: (field) => parts.samples(field),
  });
}

function withExample(
  props: FieldProps,
  example: string | undefined,
): FieldProps {
  return example === undefined || props.hint !== undefined
    ? props
    : { ...props, hint: textTexts(props.locale)("example", { example }) };
}

/** Used where the form sets no limit, so that no field is without one. */
const defaultMaxLength = 2000;

/** Trimmed, composed and with plain dashes and spaces (DIN 91379), line ends as `\n`. */
export function canonicalText(raw: string): string {
  return withCommonCharacters(raw.replaceAll(/\r\n?/g, "\n")).trim();
}

/** For texts in which spaces only part words: one is as good as many. */
export function withSingleSpaces(text: string): string {
  return text.replaceAll(/\s+/g, " ");
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

function checkCharacters(
  value: string,
  kind: "name" | "text",
): ValueProblem<FieldErrorCode> | undefined {
  const character = findForeignCharacter(value, kind);
  if (character === undefined) return undefined;
  if (/^[\p{C}\p{M}\p{Z}]/u.test(character))
    return {
      code: "character-hidden",
      params: { point: codePointOf(character) },
    };
  return { code: "character-unknown", params: { character } };
}

/** `U+0007`, for whoever must find it. */
function codePointOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
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
