import type { Answers, Occurrence } from "../domain/answers.ts";
import {
  elementPath,
  isBlank,
  isGroupAnswer,
  maxOccurrences,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import type { FieldError, ValueProblem } from "../domain/field-error.ts";
import { fieldTypeOf, missingProblem } from "../field-types/field-types.ts";
import { checkValue } from "./field-value.ts";
import type {
  FormDefinition,
  FormElement,
  FormGroup,
  FormPage,
  InputField,
} from "../domain/form-definition.ts";
import { findPage, isInputField, isRepeatable } from "../domain/visit.ts";

/** What is still wrong on one page, in reading order; empty when the page is complete. Throws when there is no such page. */
export function validatePage(
  definition: FormDefinition,
  pageKey: string,
  answers: Answers,
): FieldError[] {
  const page = findPage(definition, pageKey);
  if (!page) throw new RangeError("validatePage: the form has no such page");
  return checkPage(page, answers);
}

/** What is still wrong in the whole form, in reading order; empty when it may be sent. */
export function validateAll(
  definition: FormDefinition,
  answers: Answers,
): FieldError[] {
  return definition.pages.flatMap((page) => checkPage(page, answers));
}

function checkPage(page: FormPage, answers: Answers): FieldError[] {
  return checkElements(page.elements, {
    answers,
    parent: "",
    pageKey: page.key,
  });
}

/** One occurrence of a group (or the form itself) and where it stands. */
type Place = {
  readonly answers: Answers;
  readonly parent: string;
  readonly pageKey: string;
};

function checkElements(
  elements: readonly FormElement[],
  place: Place,
): FieldError[] {
  return elements.flatMap((element) => {
    if (element.kind === "group") return checkGroup(element, place);
    return isInputField(element) ? checkField(element, place) : [];
  });
}

/**
 * An occurrence counts once something is filled in; then its required fields apply.
 * Occurrences the form requires are checked even when blank: that is how their missing fields are found.
 */
function checkGroup(group: FormGroup, place: Place): FieldError[] {
  const given = occurrencesOf(place.answers, group.key);
  const inner = Array.from(
    { length: Math.max(given.length, group.cardinality.min) },
    (_, index) => {
      const occurrence = given[index];
      const isRequired = index < group.cardinality.min;
      if (isBlank(occurrence) && !isRequired) return [];
      const answers = isGroupAnswer(occurrence) ? occurrence : {};
      return checkElements(group.elements, {
        ...place,
        answers,
        parent: occurrencePath(place.parent, group.key, index),
      });
    },
  );
  return [...checkCount(group, place), ...inner.flat()];
}

function checkField(field: InputField, place: Place): FieldError[] {
  const given = occurrencesOf(place.answers, field.key);
  const filled = given.filter((occurrence) => !isBlank(occurrence)).length;
  const wrong = given.flatMap((occurrence, index) => {
    const problem = checkOccurrence(field, occurrence);
    return problem ? [errorAt(field, place, { ...problem, index })] : [];
  });
  if (filled >= field.cardinality.min)
    return [...wrong, ...checkCount(field, place)];
  const firstBlank = given.findIndex(isBlank);
  const index = firstBlank < 0 ? given.length : firstBlank;
  return [
    ...wrong,
    errorAt(field, place, {
      ...missingProblem(field),
      index,
    }),
  ];
}

function checkOccurrence(
  field: InputField,
  occurrence: Occurrence,
): ValueProblem | undefined {
  if (isBlank(occurrence)) return undefined;
  if (isGroupAnswer(occurrence)) return { code: "characters" };
  return checkValue(field, occurrence);
}

function checkCount(element: FormElement, place: Place): FieldError[] {
  const max = element.cardinality.max ?? maxOccurrences;
  const given = occurrencesOf(place.answers, element.key);
  const filled = given.filter((occurrence) => !isBlank(occurrence)).length;
  return filled > max
    ? [
        errorAt(element, place, {
          index: given.length - 1,
          code: "too-many",
          params: { max },
        }),
      ]
    : [];
}

function errorAt(
  element: FormElement,
  place: Place,
  { index, ...problem }: ValueProblem & { readonly index: number },
): FieldError {
  return {
    path: `${elementPath(place.parent, element.key)}.${String(isOneControl(element) ? 0 : index)}`,
    pageKey: place.pageKey,
    code: problem.code,
    params: problem.params ?? {},
    label: element.label,
  };
}

/** Files, and the boxes of a choice with several answers, are one control however many answers it has. */
function isOneControl(element: FormElement): boolean {
  if (!isInputField(element)) return false;
  return (
    element.dataType === "file" ||
    (isRepeatable(element) && fieldTypeOf(element).together !== undefined)
  );
}
