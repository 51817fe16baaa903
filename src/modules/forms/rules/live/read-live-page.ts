import type { Answers, Occurrence } from "../../domain/answers.ts";
import {
  besides,
  choiceKey,
  groupAnswers,
  isBlank,
  isFileAnswer,
  occurrencesOf,
} from "../../domain/answers.ts";
import {
  childOf,
  indexesOf,
  inputTree,
  type InputNode,
} from "../../domain/input-tree.ts";
import { readDateTime } from "../../field-types/date-time-value.ts";
import { readDate, type Typed } from "../../field-types/date-value.ts";
import { canonicalNumber } from "../../field-types/read-number.ts";
import type { RuleElement, RuleField, RuleGroup } from "../engine/rule-form.ts";

/** What a form in a page holds: its fields as they would be sent, and the names of files that were chosen. */
export type LiveInput = {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, string])[];
};

export type Known = {
  /** What was answered before. */
  readonly stored: Answers;
  /** `2026-12-31`. */
  readonly today: string;
};

/** The answers a page would give if it were sent now, as far as its rules need them. The server reads them again in full. */
export function readLivePage(
  elements: readonly RuleElement[],
  { fields, files }: LiveInput,
  known: Known,
): Answers {
  const node = inputTree({
    fields: new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, value]),
    ),
    // Not sent yet: a file that was chosen counts by its name.
    files: files.map(([field, filename]) => ({
      field,
      filename,
      outcome: { kind: "empty" },
    })),
    previous: {},
  });
  return readElements(elements, node, known);
}

function readElements(
  elements: readonly RuleElement[],
  node: InputNode | undefined,
  known: Known,
): Answers {
  return Object.fromEntries(
    elements.map((element) => [
      element.key,
      readElement(element, childOf(node, element.key), known),
    ]),
  );
}

function readElement(
  element: RuleElement,
  node: InputNode | undefined,
  known: Known,
): readonly Occurrence[] {
  const before = occurrencesOf(known.stored, element.key);
  if (element.kind === "group")
    return readGroup(element, node, { before, today: known.today });
  if (element.type === "file")
    return [...before.filter(isFileAnswer), ...chosenFiles(node)];
  return readField(element, node, known.today);
}

function readGroup(
  group: RuleGroup,
  node: InputNode | undefined,
  {
    before,
    today,
  }: { readonly before: readonly Occurrence[]; readonly today: string },
): readonly Occurrence[] {
  const indexes = group.isRepeatable ? indexesOf(node) : [0];
  const occurrences = indexes.map((index) => {
    const inner = childOf(node, String(index));
    const stored = groupAnswers(before[index]);
    const answers = {
      ...besides([...group.elements, { key: choiceKey }], stored),
      ...readElements(group.elements, inner, { stored, today }),
    };
    if (!group.isChoice) return answers;
    const [chosen] = valuesOf(childOf(inner, choiceKey), 0);
    return chosen === undefined
      ? answers
      : { ...answers, [choiceKey]: [chosen] };
  });
  return group.isRepeatable
    ? occurrences
    : occurrences.filter((answers) => !isBlank(answers));
}

function chosenFiles(node: InputNode | undefined): readonly Occurrence[] {
  const files = childOf(node, "0")?.files ?? [];
  return files.map(({ filename }) => ({
    fileId: "",
    filename,
    sizeBytes: 0,
    sha256: "",
    mediaType: "",
  }));
}

function readField(
  field: RuleField,
  node: InputNode | undefined,
  today: string,
): readonly string[] {
  const read = (index: number) =>
    readValue(
      field,
      (suffix) => valuesOf(node, `${String(index)}${suffix}`)[0] ?? "",
      today,
    );
  if (!field.isRepeatable)
    return [read(0)].filter((value) => value.trim() !== "");
  // Boxes that belong together have one name.
  return indexesOf(node).flatMap((index) => {
    const values = valuesOf(node, index);
    return values.length > 1 ? values : [read(index)];
  });
}

function valuesOf(
  node: InputNode | undefined,
  name: number | string,
): readonly string[] {
  return childOf(node, String(name))?.values ?? [];
}

function readValue(
  { type, unit, years, hasTime }: RuleField,
  typed: Typed,
  today: string,
): string {
  switch (type) {
    case "number":
    case "integer":
    case "currency":
      return canonicalNumber(
        { dataType: type, ...(unit === undefined ? {} : { unit }) },
        typed(""),
      );
    case "date":
      return hasTime
        ? readDateTime(typed, today)
        : readDate(typed, { ...years, today });
    default:
      return typed("").normalize("NFC").trim();
  }
}
