import {
  groupAnswers,
  isBlank,
  occurrencesOf,
  type Answers,
} from "../domain/answers.ts";
import type { FormElement, FormPage } from "../domain/form-definition.ts";
import { askedElements, isRepeatable } from "../domain/visit.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { validatePage } from "./validate.ts";

/** `optional`: nothing was filled in, and nothing has to be. */
export type PageState = "done" | "incomplete" | "untouched" | "optional";

/** How far a page is. */
export function pageState(form: EvaluatedForm, page: FormPage): PageState {
  const isComplete = validatePage(form, page.key).length === 0;
  if (isUntouched(page.elements, form.typed))
    return isComplete ? "optional" : "untouched";
  return isComplete ? "done" : "incomplete";
}

/** A long group stands on several pages: only what this one asks counts. */
function isUntouched(
  elements: readonly FormElement[],
  answers: Answers,
): boolean {
  return elements.every((element) =>
    occurrencesOf(answers, element.key).every((occurrence) =>
      element.kind === "group" && !isRepeatable(element)
        ? isUntouched(askedElements(element), groupAnswers(occurrence))
        : isBlank(occurrence),
    ),
  );
}
