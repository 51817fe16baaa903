import type { FormElement, FormPage } from "../domain/form-definition.ts";
import type { EvaluatedForm } from "./evaluate-form.ts";

/** Name of the field that a script adds: in that browser questions appear at once. */
export const liveField = "_live";

type Change = {
  readonly before: EvaluatedForm;
  readonly after: EvaluatedForm;
};

/** True when the answers just sent have brought up questions on the page that nobody has seen, as scripts did not show them at once. */
export function hasUnseenQuestions(
  page: FormPage,
  sent: URLSearchParams,
  change: Change,
): boolean {
  return sent.get(liveField) === null && hasAppeared(page, change);
}

function hasAppeared(page: FormPage, { before, after }: Change): boolean {
  return [...before.hidden].some(
    (path) => !after.hidden.has(path) && isOnPage(page.elements, path),
  );
}

function isOnPage(elements: readonly FormElement[], path: string): boolean {
  const keys = path.split(".").filter((_, index) => index % 2 === 0);
  return isIn(elements, keys);
}

function isIn(
  elements: readonly FormElement[],
  [first, ...rest]: readonly string[],
): boolean {
  const element = elements.find(({ key }) => key === first);
  if (!element || rest.length === 0) return element !== undefined;
  return element.kind === "group" && isIn(element.elements, rest);
}
