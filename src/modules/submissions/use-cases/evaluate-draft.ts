import { evaluateForm, type EvaluatedForm } from "../../forms/index.ts";
import { onlyPart } from "../../forms/correction.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { Draft } from "../domain/draft.ts";
import type { Submission } from "./read-submission.ts";

export type EvaluatedDraft = Pick<
  Draft,
  "definition" | "answers" | "today" | "correction"
>;

/** What the rules of the form say about a draft today. Of a correction the open part is asked, by the rules of the whole form. */
export function evaluateDraft({
  definition,
  answers,
  today,
  correction,
}: EvaluatedDraft): EvaluatedForm {
  return correction
    ? onlyPart(evaluateForm(correction.whole, answers, { today }), definition)
    : evaluateForm(definition, answers, { today });
}

/** What was sent: computed values stand as they were on that day. */
export function evaluateSubmission({
  definition,
  answers,
  answeredAt,
}: Pick<Submission, "definition" | "answers" | "answeredAt">): EvaluatedForm {
  return evaluateForm(definition, answers, {
    today: germanDay(answeredAt),
    isSettled: true,
  });
}
