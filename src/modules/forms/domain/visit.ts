import type { Answers, Occurrence } from "./answers.ts";
import { occurrencesOf } from "./answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormField,
  FormPage,
  InputField,
} from "./form-definition.ts";

/** The page with this key, or undefined. */
export function findPage(
  definition: FormDefinition,
  pageKey: string,
): FormPage | undefined {
  return definition.pages.find((page) => page.key === pageKey);
}

/** All fields of a form or a part of it, in reading order. */
export function listFields(elements: readonly FormElement[]): FormField[] {
  return elements.flatMap((element) =>
    element.kind === "group" ? listFields(element.elements) : [element],
  );
}

export function isInputField(element: FormElement): element is InputField {
  return element.kind === "field" && element.dataType !== "label";
}

export function isRepeatable(element: FormElement): boolean {
  return element.cardinality.max !== 1;
}

/**
 * How many occurrences the screen shows. An optional repeatable group starts with none and an "add" button;
 * everything else starts with one place to type.
 */
function visibleCount(element: FormElement, answers: Answers): number {
  const given = occurrencesOf(answers, element.key).length;
  const startsEmpty = element.kind === "group" && isRepeatable(element);
  return Math.max(given, element.cardinality.min, startsEmpty ? 0 : 1);
}

/** The occurrences as the screen shows them, with `undefined` where nothing was answered yet. */
export function visibleOccurrences(
  element: FormElement,
  answers: Answers,
): (Occurrence | undefined)[] {
  const given = occurrencesOf(answers, element.key);
  return Array.from(
    { length: visibleCount(element, answers) },
    (_, index) => given[index],
  );
}
