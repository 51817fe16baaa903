import type { z } from "zod";
import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { FieldProps } from "../../../ui/field.ts";
import type { FileAnswer } from "../domain/answers.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import type {
  FieldBase,
  FileField,
  FormField,
  InputField,
  LabelField,
} from "../domain/form-definition.ts";

/** A field whose answer is one text: everything but files. */
export type WrittenField = Exclude<InputField, FileField>;

/** What makes a field one of its type. */
export type PlainField<F extends FormField> = F extends FormField
  ? Omit<F, keyof FieldBase>
  : never;

/** What every type of field says about itself. `Code`: problems only this type knows; their texts stand in `errors`. */
type Definition<F extends FormField> = {
  /** The field in a stored form. */
  readonly shape: z.ZodType<F> & z.core.$ZodTypeDiscriminable;
  /** A field of this type without any limits, for trials and as a start. */
  readonly plain: PlainField<F>;
};

type AnsweredDefinition<
  F extends InputField,
  Value,
  Code extends string,
> = Definition<F> & {
  readonly errors: ErrorTexts<Code>;
  /** What is wrong with a stored value; undefined when nothing is. Never throws. `today` as `2026-12-31`, where the caller knows it. */
  check(
    field: F,
    value: Value,
    today?: string,
  ): ValueProblem<NoInfer<Code> | FieldErrorCode> | undefined;
  /** What to say when nothing was entered. */
  missing(field: F): ValueProblem<NoInfer<Code> | FieldErrorCode>;
  /** A stored value as people write it; what is not in canonical form as typed. */
  show(field: F, value: Value, locale: Locale): string;
};

/** All there is to know about one type of field that is typed or chosen. */
export type FieldType<
  F extends WrittenField,
  Code extends string = string,
> = AnsweredDefinition<F, string, Code> & {
  /** Of a format of text: what it is called where people choose one. */
  readonly name?: Readonly<Record<Locale, string>>;
  /** What was typed, in canonical form; exactly as typed where it cannot be read. Never throws. */
  read(field: F, typed: Typed, today?: string): string;
  render(field: F, control: Control): SafeHtml;
  /** ES modules of `src/ui/static/scripts` that add comfort to the control, without ending. */
  readonly scripts?: readonly string[];
  /** For types whose repeated answers are one control, such as boxes to tick. */
  readonly together?: {
    /** False where each answer has a control of its own after all. */
    fits(field: F): boolean;
    read(values: readonly string[]): string[];
    render(
      field: F,
      control: Omit<Control, "value"> & { readonly values: readonly string[] },
    ): SafeHtml;
  };
  /** What people might type, made from the field's limits: for tests and trials. */
  samples(field: F): Samples;
};

/** Text of the input with this suffix to the field's name (`-day`); empty when nothing was sent. */
export type Typed = (suffix?: string) => string;

export type Control = {
  readonly props: FieldProps;
  /** As stored. */
  readonly value: string;
};

export type Samples = {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
};

/** What to do about a problem, by its code. `{label}` is the field's label. */
export type ErrorTexts<Code extends string> = {
  readonly de: Readonly<Record<Code, string>>;
  readonly en: Readonly<Record<NoInfer<Code>, string>>;
};

/** A file: what arrives is stored already, so there is nothing to read. */
export type FileType<Code extends string = string> = AnsweredDefinition<
  FileField,
  FileAnswer,
  Code
> & {
  render(
    field: FileField,
    control: Omit<Control, "value"> & {
      readonly kept: readonly FileAnswer[];
      /** Value of the button that takes a file away. */
      readonly removeAction: (index: number) => string;
    },
  ): SafeHtml;
};

/** Text to read. */
export type LabelType = Definition<LabelField> & {
  render(field: LabelField): SafeHtml;
};

/** Takes the definition as it is; the compiler checks that every problem has its text. */
export function defineFieldType<
  F extends WrittenField,
  Code extends string = never,
>(type: FieldType<F, Code>): FieldType<F, Code> {
  return type;
}
