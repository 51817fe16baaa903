import { isBlank, occurrencesOf, type Answers } from "../domain/answers.ts";
import type { FormDefinition, FormPage } from "../domain/form-definition.ts";
import { validatePage } from "./validate.ts";

/** `optional`: nothing was filled in, and nothing has to be. */
export type PageState = "done" | "incomplete" | "untouched" | "optional";

/** How far a page is. */
export function pageState(
  definition: FormDefinition,
  page: FormPage,
  answers: Answers,
): PageState {
  const isComplete = validatePage(definition, page.key, answers).length === 0;
  const isUntouched = page.elements.every(({ key }) =>
    occurrencesOf(answers, key).every(isBlank),
  );
  if (isUntouched) return isComplete ? "optional" : "untouched";
  return isComplete ? "done" : "incomplete";
}
