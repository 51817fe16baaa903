import { isBlank, occurrencesOf } from "../domain/answers.ts";
import type { FormPage } from "../domain/form-definition.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { validatePage } from "./validate.ts";

/** `optional`: nothing was filled in, and nothing has to be. */
export type PageState = "done" | "incomplete" | "untouched" | "optional";

/** How far a page is. */
export function pageState(form: EvaluatedForm, page: FormPage): PageState {
  const isComplete = validatePage(form, page.key).length === 0;
  const isUntouched = page.elements.every(({ key }) =>
    occurrencesOf(form.typed, key).every(isBlank),
  );
  if (isUntouched) return isComplete ? "optional" : "untouched";
  return isComplete ? "done" : "incomplete";
}
