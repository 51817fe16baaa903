import type { Answers } from "../domain/answers.ts";
import { elementPath, occurrencePath } from "../domain/answers.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { shownPages, type ShownPage } from "../domain/shown-pages.ts";
import type { RuleTime } from "./engine/scope.ts";
import { isRepeatable } from "../domain/visit.ts";
import { compileForm } from "./compile-form.ts";
import {
  evaluateRuleForm,
  type RuleOutcome,
} from "./engine/evaluate-rule-form.ts";

/** A form with what its rules say about some answers. */
export type EvaluatedForm = RuleOutcome & {
  readonly definition: FormDefinition;
  /** As they lie in the draft: what was typed in hidden fields is still there. */
  readonly typed: Answers;
  readonly today: string;
  /** The form whose rules these are, where `definition` is a part of it. */
  readonly ruled?: FormDefinition;
  /** The steps there are now: without pages left out by a rule, and without pages on which nothing is visible. */
  readonly pages: readonly ShownPage[];
};

/**
 * Works out conditions, computed values and checks. Of what is in `answers`, only `evaluated.answers` may leave the draft. Asking again
 * about the same answers costs nothing.
 */
export function evaluateForm(
  definition: FormDefinition,
  answers: Answers,
  when: RuleTime,
): EvaluatedForm {
  const known = lastEvaluated.find((last) =>
    isSameQuestion(last, { definition, answers, when }),
  );
  if (known) return known.form;
  const outcome = evaluateRuleForm(compileForm(definition), answers, when);
  const form = {
    ...outcome,
    definition,
    typed: answers,
    today: when.today,
    pages: shownPages(definition).filter((page) => isStep(page, outcome)),
  };
  lastEvaluated.push({ form, when });
  if (lastEvaluated.length > mostKept) lastEvaluated.shift();
  return form;
}

type Evaluation = { readonly form: EvaluatedForm; readonly when: RuleTime };

/**
 * A request asks about the same answers again and again, while others do the same. Answers are never changed, so what was worked out about them
 * stays true. Few and not a `WeakMap`: what that holds counts as alive whenever young objects are collected, so each evaluation would grow old.
 */
const mostKept = 8;
const lastEvaluated: Evaluation[] = [];

type Question = {
  readonly definition: FormDefinition;
  readonly answers: Answers;
  readonly when: RuleTime;
};

function isSameQuestion(
  { form, when: then }: Evaluation,
  { definition, answers, when }: Question,
): boolean {
  return (
    form.typed === answers &&
    form.definition === definition &&
    then.today === when.today &&
    (then.isSettled ?? false) === (when.isSettled ?? false)
  );
}

/** True while something on the page is seen. */
export function isStep(
  page: ShownPage,
  outcome: Pick<RuleOutcome, "hiddenPages" | "hidden">,
): boolean {
  return (
    !outcome.hiddenPages.has(page.wholeKey) &&
    page.elements.some((element) => isSeen(element, "", outcome))
  );
}

/** A group in which everything is hidden is not seen; one to add to, or to choose in, is. */
function isSeen(
  element: FormElement,
  parent: string,
  outcome: Pick<RuleOutcome, "hidden">,
): boolean {
  if (outcome.hidden.has(elementPath(parent, element.key))) return false;
  if (element.kind === "field") return element.entry !== "hidden";
  if (isRepeatable(element) || element.choice) return true;
  const path = occurrencePath(parent, element.key, 0);
  return element.elements.some((inner) => isSeen(inner, path, outcome));
}
