import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { evaluateForm, type EvaluatedForm } from "../rules/evaluate-form.ts";

/** A form with what its rules say on a day that does not move. */
export function evaluated(
  definition: FormDefinition,
  answers: Answers,
): EvaluatedForm {
  return evaluateForm(definition, answers, { today: "2026-11-25" });
}
