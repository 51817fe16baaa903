import type { Answers, Occurrence } from "../domain/answers.ts";
import {
  elementPath,
  isBlank,
  isGroupAnswer,
  maxOccurrences,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import type {
  FieldError,
  FieldErrorParams,
  ValueProblem,
} from "../domain/field-error.ts";
import { missingProblem, togetherOf } from "../field-types/field-types.ts";
import { checkValue } from "./field-value.ts";
import type {
  FormDefinition,
  FormElement,
  FormGroup,
  InputField,
} from "../domain/form-definition.ts";
import { findPage, type ShownPage } from "../domain/shown-pages.ts";
import { askedElements, isGivenField, isInputField } from "../domain/visit.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";

/** What is still wrong on one page, in reading order; empty when the page is complete. Throws when there is no such page. */
export function validatePage(
  form: EvaluatedForm,
  pageKey: string,
): FieldError[] {
  const page = findPage(form.definition, pageKey);
  if (!page) throw new RangeError("validatePage: the form has no such page");
  return checkPage(page, form);
}

/** What is still wrong in the whole form, in reading order; empty when it may be sent. */
export function validateAll(form: EvaluatedForm): FieldError[] {
  return form.pages.flatMap((page) => checkPage(page, form));
}

function checkPage(page: ShownPage, form: EvaluatedForm): FieldError[] {
  return form.hiddenPages.has(page.wholeKey)
    ? []
    : checkElements(page.elements, {
        form,
        answers: form.answers,
        parent: "",
        pageKey: page.key,
      });
}

/** One occurrence of a group (or the form itself) and where it stands. */
type Place = {
  readonly form: EvaluatedForm;
  readonly answers: Answers;
  readonly parent: string;
  readonly pageKey: string;
};

function checkElements(
  elements: readonly FormElement[],
  place: Place,
): FieldError[] {
  return elements.flatMap((element) => {
    const path = elementPath(place.parent, element.key);
    if (place.form.hidden.has(path)) return [];
    return [...checkElement(element, place), ...violations(element, place)];
  });
}

function checkElement(element: FormElement, place: Place): FieldError[] {
  if (element.kind === "group") return checkGroup(element, place);
  return isInputField(element) ? checkField(element, place) : [];
}

/** What the form itself demands between fields, at the element that it names. */
function violations(element: FormElement, place: Place): FieldError[] {
  const path = occurrencePath(place.parent, element.key, 0);
  const { violated, definition } = place.form;
  return violated
    .filter((violation) => violation.path === path)
    .map(({ id }) => ({
      path,
      pageKey: place.pageKey,
      code: "check",
      params: checkTexts(definition, id),
      label: element.label,
    }));
}

/** By language where the form has a translation; `id` names the check. */
function checkTexts(
  { checks = [], translations = {} }: FormDefinition,
  id: string,
): FieldErrorParams {
  const message = checks.find((check) => check.id === id)?.message ?? "";
  const translated = Object.entries(translations[`check:${id}`] ?? {});
  return {
    id,
    message,
    ...Object.fromEntries(
      translated.map(([language, { label }]) => [
        `message:${language}`,
        label ?? message,
      ]),
    ),
  };
}

/** How many there must be: one more than the form says where a rule, or a choice, requires the element. */
function leastOf(element: FormElement, { form, parent }: Place): number {
  const { min } = element.cardinality;
  return form.required.has(elementPath(parent, element.key))
    ? Math.max(min, 1)
    : min;
}

/**
 * An occurrence counts once something is filled in; then its required fields apply.
 * Occurrences the form requires are checked even when blank: that is how their missing fields are found.
 */
function checkGroup(group: FormGroup, place: Place): FieldError[] {
  const given = occurrencesOf(place.answers, group.key);
  const least = leastOf(group, place);
  const inner = Array.from(
    { length: Math.max(given.length, least) },
    (_, index) => {
      const occurrence = given[index];
      const isRequired = index < least;
      if (isBlank(occurrence) && !isRequired) return [];
      const answers = isGroupAnswer(occurrence) ? occurrence : {};
      return checkElements(askedElements(group), {
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
    const problem =
      field.entry === undefined
        ? checkOccurrence(field, occurrence, place.form.today)
        : undefined;
    return problem ? [errorAt(field, place, { ...problem, index })] : [];
  });
  // Nobody can type what is missing in a given field; what it is worked out from is checked itself.
  if (filled >= leastOf(field, place) || isGivenField(field))
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
  today: string,
): ValueProblem | undefined {
  if (isBlank(occurrence)) return undefined;
  if (isGroupAnswer(occurrence)) return { code: "characters" };
  return checkValue(field, occurrence, today);
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
  return element.dataType === "file" || togetherOf(element) !== undefined;
}
