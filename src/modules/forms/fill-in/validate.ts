import type { Answers, Occurrence } from "../domain/answers.ts";
import {
  elementPath,
  groupAnswers,
  isBlank,
  isGroupAnswer,
  maxOccurrences,
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
): readonly FieldError[] {
  const page = findPage(form.definition, pageKey);
  if (!page) throw new RangeError("validatePage: the form has no such page");
  return checkPage(page, form);
}

/** What is still wrong in the whole form, in reading order; empty when it may be sent. */
export function validateAll(form: EvaluatedForm): readonly FieldError[] {
  return form.pages.flatMap((page) => checkPage(page, form));
}

/** Who shows a page asks for its mistakes, and so does the list of all steps beside it: they are looked for once. */
function checkPage(
  page: ShownPage,
  form: EvaluatedForm,
): readonly FieldError[] {
  const known = found.get(form) ?? new Map<string, readonly FieldError[]>();
  found.set(form, known);
  const errors = known.get(page.key) ?? findErrors(page, form);
  known.set(page.key, errors);
  return errors;
}

const found = new WeakMap<EvaluatedForm, Map<string, readonly FieldError[]>>();

function findErrors(page: ShownPage, form: EvaluatedForm): FieldError[] {
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
type Surroundings = {
  readonly form: EvaluatedForm;
  readonly answers: Answers;
  readonly parent: string;
  readonly pageKey: string;
};

/** An element in it. */
type Place = Surroundings & {
  /** Of all occurrences of the element. */
  readonly path: string;
};

function checkElements(
  elements: readonly FormElement[],
  around: Surroundings,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const element of elements) {
    const path = elementPath(around.parent, element.key);
    if (around.form.hidden.has(path)) continue;
    const { form, answers, parent, pageKey } = around;
    const place = { form, answers, parent, pageKey, path };
    const own = checkElement(element, place);
    for (const error of own) errors.push(error);
    // What cannot be read yet is said first, and alone: a check compares it with nothing.
    for (const error of violations(element, place))
      if (!own.some(({ path }) => path === error.path)) errors.push(error);
  }
  return errors;
}

const nothingWrong: readonly FieldError[] = [];

function checkElement(
  element: FormElement,
  place: Place,
): readonly FieldError[] {
  if (element.kind === "group") return checkGroup(element, place);
  return isInputField(element) ? checkField(element, place) : nothingWrong;
}

/** What the form itself demands between fields, at the element that it names. */
function violations(element: FormElement, place: Place): readonly FieldError[] {
  const { violated, definition } = place.form;
  if (violated.length === 0) return nothingWrong;
  const path = `${place.path}.0`;
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
function leastOf(element: FormElement, { form, path }: Place): number {
  const { min } = element.cardinality;
  return form.required.has(path) ? Math.max(min, 1) : min;
}

/**
 * An occurrence counts once something is filled in; then its required fields apply.
 * Occurrences the form requires are checked even when blank: that is how their missing fields are found.
 */
function checkGroup(group: FormGroup, place: Place): FieldError[] {
  const given = occurrencesOf(place.answers, group.key);
  const least = leastOf(group, place);
  const errors = checkCount(group, given, place);
  const count = Math.max(given.length, least);
  for (let index = 0; index < count; index += 1) {
    const occurrence = given[index];
    if (index >= least && isBlank(occurrence)) continue;
    const inner = checkElements(askedElements(group), {
      form: place.form,
      pageKey: place.pageKey,
      answers: groupAnswers(occurrence),
      parent: `${place.path}.${String(index)}`,
    });
    errors.push(...inner);
  }
  return errors;
}

function checkField(field: InputField, place: Place): FieldError[] {
  const given = occurrencesOf(place.answers, field.key);
  const filled = countFilled(given);
  const errors =
    field.entry === undefined ? checkOccurrences(field, given, place) : [];
  // Nobody can type what is missing in a given field; what it is worked out from is checked itself.
  if (filled >= leastOf(field, place) || isGivenField(field))
    errors.push(...checkCount(field, given, place));
  else {
    const firstBlank = given.findIndex(isBlank);
    const index = firstBlank < 0 ? given.length : firstBlank;
    errors.push(errorAt(field, place, { ...missingProblem(field), index }));
  }
  return errors;
}

function checkOccurrences(
  field: InputField,
  given: readonly Occurrence[],
  place: Place,
): FieldError[] {
  return given.flatMap((occurrence, index) => {
    const problem = checkOccurrence(field, occurrence, place.form.today);
    return problem ? [errorAt(field, place, { ...problem, index })] : [];
  });
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

function checkCount(
  element: FormElement,
  given: readonly Occurrence[],
  place: Place,
): FieldError[] {
  const max = element.cardinality.max ?? maxOccurrences;
  return countFilled(given) > max
    ? [
        errorAt(element, place, {
          index: given.length - 1,
          code: "too-many",
          params: { max },
        }),
      ]
    : [];
}

function countFilled(given: readonly Occurrence[]): number {
  return given.filter((occurrence) => !isBlank(occurrence)).length;
}

function errorAt(
  element: FormElement,
  place: Place,
  { index, ...problem }: ValueProblem & { readonly index: number },
): FieldError {
  return {
    path: `${place.path}.${String(isOneControl(element) ? 0 : index)}`,
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
