import type { FieldProps } from "../../../ui/field.ts";
import type { RadioOption } from "../../../ui/radios.ts";
import type { FieldErrorCode, ValueProblem } from "../domain/field-error.ts";
import { choiceTexts } from "./i18n/choices.ts";

/** Refuses what the form does not offer. */
export function checkChoice(
  codes: readonly string[],
  value: string,
): ValueProblem<FieldErrorCode> | undefined {
  return codes.includes(value) ? undefined : { code: "choice-unknown" };
}

/** Radio buttons cannot be cleared, so an optional question offers that as an answer. */
export function withNoAnswer(
  options: readonly RadioOption[],
  { isOptional, locale }: FieldProps,
): readonly RadioOption[] {
  return isOptional
    ? [...options, { value: "", label: choiceTexts(locale)("no-answer") }]
    : options;
}
