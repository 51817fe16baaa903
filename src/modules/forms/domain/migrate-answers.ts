import type { Answers, Occurrence } from "./answers.ts";
import {
  choiceKey,
  groupAnswers,
  isBlank,
  isFileAnswer,
  isGroupAnswer,
  maxOccurrences,
  occurrencesOf,
} from "./answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormField,
  FormGroup,
} from "./form-definition.ts";

export type MigratedAnswers = {
  /** Answers that the newer form has a place for. */
  readonly answers: Answers;
  /** All others, shaped like the older form: show them, so that they can be copied. */
  readonly leftovers: Answers;
};

/**
 * Answers of a form for another version of it, by the keys of groups and fields; pages do not matter. A value goes along when its field is
 * still there and takes this kind of value, a choice when it is still among the options. Each value is in exactly one of both results.
 */
export function migrateAnswers(
  before: FormDefinition,
  after: FormDefinition,
  answers: Answers,
): MigratedAnswers {
  const migrated = migrateElements(
    elementsOf(before),
    elementsOf(after),
    answers,
  );
  return {
    answers: { ...unseenOf(elementsOf(before), answers), ...migrated.answers },
    leftovers: migrated.leftovers,
  };
}

function elementsOf({ pages }: FormDefinition): readonly FormElement[] {
  return pages.flatMap(({ elements }) => elements);
}

/** What lies beside the elements: notes of the draft about itself. */
function unseenOf(elements: readonly FormElement[], answers: Answers): Answers {
  const keys = new Set([choiceKey, ...elements.map(({ key }) => key)]);
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) => !keys.has(key)),
  );
}

function migrateElements(
  before: readonly FormElement[],
  after: readonly FormElement[],
  answers: Answers,
): MigratedAnswers {
  const parts = before.map((element) => {
    const given = occurrencesOf(answers, element.key);
    const newer = after.find(({ key }) => key === element.key);
    return [element.key, migrateOccurrences(element, newer, given)] as const;
  });
  const side = (name: keyof Migrated) =>
    Object.fromEntries(
      parts
        .map(([key, migrated]) => [key, migrated[name]] as const)
        .filter(([, list]) => list.length > 0),
    );
  return { answers: side("kept"), leftovers: side("left") };
}

type Migrated = {
  readonly kept: readonly Occurrence[];
  readonly left: readonly Occurrence[];
};

function migrateOccurrences(
  before: FormElement,
  after: FormElement | undefined,
  given: readonly Occurrence[],
): Migrated {
  if (before.kind === "group" && after?.kind === "group")
    return migrateGroups(before, after, given);
  if (before.kind === "field" && after?.kind === "field")
    return split(after, given, (one) => takesValue(before, after, one));
  return { kept: [], left: given.filter((one) => !isBlank(one)) };
}

function migrateGroups(
  before: FormGroup,
  after: FormGroup,
  given: readonly Occurrence[],
): Migrated {
  const { kept, left } = split(after, given, isGroupAnswer);
  const inner = kept.map((occurrence) => {
    const answers = groupAnswers(occurrence);
    const migrated = migrateElements(before.elements, after.elements, answers);
    return {
      kept: { ...chosenIn(after, answers), ...migrated.answers },
      left: migrated.leftovers,
    };
  });
  return {
    kept: inner.map((one) => one.kept),
    left: [...inner.map((one) => one.left), ...left].filter(
      (one) => !isBlank(one),
    ),
  };
}

/** The alternative that was chosen, where there still is one of that key. */
function chosenIn(after: FormGroup, answers: Answers): Answers {
  const chosen = occurrencesOf(answers, choiceKey).filter((key) =>
    after.elements.some((element) => element.key === key),
  );
  return after.choice && chosen.length > 0 ? { [choiceKey]: chosen } : {};
}

/** What fits goes along, up to as many as the newer element may have. */
function split(
  { cardinality }: FormElement,
  given: readonly Occurrence[],
  fits: (one: Occurrence) => boolean,
): Migrated {
  const fitting = given.filter((one) => isBlank(one) || fits(one));
  const max = cardinality.max ?? maxOccurrences;
  return {
    kept: fitting.slice(0, max),
    left: [
      ...fitting.slice(max),
      ...given.filter((one) => !fitting.includes(one)),
    ].filter((one) => !isBlank(one)),
  };
}

const numbers: readonly string[] = ["number", "integer", "currency"];

/** The same kind of field, a number for another kind of number, and anything written for a text: what is wrong then, validation says. */
function takesValue(
  before: FormField,
  after: FormField,
  value: Occurrence,
): boolean {
  if (after.dataType === "file" || isFileAnswer(value))
    return before.dataType === after.dataType;
  if (after.dataType === "select")
    return after.options.some(({ code }) => code === value);
  if (before.dataType === after.dataType) return true;
  if (numbers.includes(before.dataType))
    return numbers.includes(after.dataType) || after.dataType === "text";
  return after.dataType === "text" && before.dataType === "country";
}
