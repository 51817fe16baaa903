import type { Answers, Occurrence } from "./answers.ts";
import { choiceKey, occurrencesOf } from "./answers.ts";
import type {
  CodeListReference,
  FormElement,
  FormField,
  FormGroup,
  InputField,
  SelectField,
} from "./form-definition.ts";

/** What is asked in a group: of a choice first which alternative, as a field of its own. */
export function askedElements(group: FormGroup): readonly FormElement[] {
  if (!group.choice) return group.elements;
  const known = askedInChoices.get(group);
  if (known) return known;
  const asked = [choiceField(group), ...group.elements];
  askedInChoices.set(group, asked);
  return asked;
}

const askedInChoices = new WeakMap<FormGroup, readonly FormElement[]>();

function choiceField({ label, help, elements }: FormGroup): SelectField {
  return {
    kind: "field",
    dataType: "select",
    key: choiceKey,
    label,
    ...(help === undefined ? {} : { help }),
    cardinality: { min: 1, max: 1 },
    options: elements.map((element) => ({
      code: element.key,
      label: element.label,
    })),
  };
}

/** True when nobody types the value: it is worked out, or the form has it. */
export function isGivenField(element: FormElement): boolean {
  return (
    element.kind === "field" &&
    (element.computed !== undefined || element.entry !== undefined)
  );
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

/** The list that an answer is a code of; none where the form has its options itself. */
export function codeListOf(
  element: FormElement,
): CodeListReference | undefined {
  return element.kind === "field" && element.dataType === "select"
    ? element.codeList
    : undefined;
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
