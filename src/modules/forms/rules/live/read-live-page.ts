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
import { canonicalDate } from "../../field-types/date-value.ts";
import { canonicalNumber } from "../../field-types/read-number.ts";
import type { RuleElement, RuleField, RuleGroup } from "../engine/rule-form.ts";

/** What a form in a page holds: its fields as they would be sent, and the names of files that were chosen. */
export type LiveInput = {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, string])[];
};

/** The answers a page would give if it were sent now, as far as its rules need them. The server reads them again in full. */
export function readLivePage(
  elements: readonly RuleElement[],
  { fields, files }: LiveInput,
  stored: Answers,
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
  return readElements(elements, node, stored);
}

function readElements(
  elements: readonly RuleElement[],
  node: InputNode | undefined,
  stored: Answers,
): Answers {
  return Object.fromEntries(
    elements.map((element) => [
      element.key,
      readElement(element, childOf(node, element.key), stored),
    ]),
  );
}

function readElement(
  element: RuleElement,
  node: InputNode | undefined,
  stored: Answers,
): readonly Occurrence[] {
  const before = occurrencesOf(stored, element.key);
  if (element.kind === "group") return readGroup(element, node, before);
  if (element.type === "file")
    return [...before.filter(isFileAnswer), ...chosenFiles(node)];
  return readField(element, node);
}

function readGroup(
  group: RuleGroup,
  node: InputNode | undefined,
  before: readonly Occurrence[],
): readonly Occurrence[] {
  const indexes = group.isRepeatable ? indexesOf(node) : [0];
  const occurrences = indexes.map((index) => {
    const inner = childOf(node, String(index));
    const stored = groupAnswers(before[index]);
    const answers = {
      ...besides([...group.elements, { key: choiceKey }], stored),
      ...readElements(group.elements, inner, stored),
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
): readonly string[] {
  const read = (index: number) =>
    readValue(
      field,
      (suffix) => valuesOf(node, `${String(index)}${suffix}`)[0] ?? "",
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
  { type, unit }: RuleField,
  typed: (suffix: string) => string,
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
      return readDate(typed);
    default:
      return typed("").normalize("NFC").trim();
  }
}

/** A year of two digits is left to the server, which knows what the field means by it. */
function readDate(typed: (suffix: string) => string): string {
  const whole = typed("");
  return canonicalDate(
    whole === ""
      ? { day: typed("-day"), month: typed("-month"), year: typed("-year") }
      : { day: whole, month: "", year: "" },
  );
}
