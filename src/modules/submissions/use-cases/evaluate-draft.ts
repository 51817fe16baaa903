import { evaluateForm, type EvaluatedForm } from "../../forms/index.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { Draft } from "./open-draft.ts";
import type { Submission } from "./read-submission.ts";

export type EvaluatedDraft = Pick<Draft, "definition" | "answers" | "today">;

/** What the rules of the form say about a draft today. */
export function evaluateDraft({
  definition,
  answers,
  today,
}: EvaluatedDraft): EvaluatedForm {
  return evaluateForm(definition, answers, { today });
}

/** What was sent: computed values stand as they were on that day. */
export function evaluateSubmission({
  definition,
  answers,
  submittedAt,
}: Pick<Submission, "definition" | "answers" | "submittedAt">): EvaluatedForm {
  return evaluateForm(definition, answers, {
    today: germanDay(submittedAt),
    isSettled: true,
  });
}
