import type { FormElement, FormPage } from "../domain/form-definition.ts";
import type { EvaluatedForm } from "./evaluate-form.ts";

/** Name of the field that a script adds: in that browser questions appear at once. */
export const liveField = "_live";

/** True when something on the page is visible now and was not before. */
export function hasAppeared(
  page: FormPage,
  before: EvaluatedForm,
  after: EvaluatedForm,
): boolean {
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
