import type { Answers, FileAnswer, Occurrence } from "./answers.ts";
import {
  elementPath,
  groupAnswers,
  isBlank,
  isFileAnswer,
  isGroupAnswer,
  occurrencesOf,
} from "./answers.ts";
import type {
  CodeListReference,
  FormDefinition,
  FormElement,
} from "./form-definition.ts";
import { codeListOf, isRepeatable } from "./visit.ts";

/** A submission as data: keys are the FIM ids, a list where the form allows several, one value otherwise. */
export type FormJson = {
  readonly form: {
    readonly key: string;
    readonly version: string;
    /** Which list, in which version, the answer to a field is a code of; by path of FIM ids, such as `G00000082.F60000227`. */
    readonly codeLists?: Readonly<Record<string, CodeListReference>>;
  };
  readonly data: JsonGroup;
};

export type JsonGroup = {
  readonly [key: string]: JsonValue | readonly JsonValue[];
};

/** Text in canonical form (numbers too: no digit is lost), `true`/`false`, a file's reference, or a group. */
export type JsonValue = string | boolean | FileAnswer | JsonGroup;

/** Answers by FIM id, without anything blank. Keys come in the order of the form; the place in a list is the repetition index. */
export function toJson(definition: FormDefinition, answers: Answers): FormJson {
  const elements = definition.pages.flatMap((page) => page.elements);
  const codeLists = codeListsIn(elements, answers, "");
  return {
    form: {
      key: definition.key,
      version: definition.version,
      ...(codeLists.length > 0
        ? { codeLists: Object.fromEntries(codeLists) }
        : {}),
    },
    data: groupToJson(elements, answers),
  };
}

function codeListsIn(
  elements: readonly FormElement[],
  answers: Answers,
  parent: string,
): (readonly [string, CodeListReference])[] {
  return elements.flatMap((element) => {
    const path = elementPath(parent, element.key);
    const given = occurrencesOf(answers, element.key).filter(
      (occurrence) => !isBlank(occurrence),
    );
    if (element.kind === "group")
      return given.flatMap((occurrence) =>
        codeListsIn(element.elements, groupAnswers(occurrence), path),
      );
    const list = codeListOf(element);
    return list && given.length > 0 ? [[path, list] as const] : [];
  });
}

function groupToJson(
  elements: readonly FormElement[],
  answers: Answers,
): JsonGroup {
  const entries = elements.map((element) => {
    const values = occurrencesOf(answers, element.key)
      .filter((occurrence) => !isBlank(occurrence))
      .map((occurrence) => valueToJson(element, occurrence));
    return [element.key, values] as const;
  });
  const filled = entries.filter(([, values]) => values.length > 0);
  const repeatable = new Set(
    elements.filter(isRepeatable).map(({ key }) => key),
  );
  return Object.fromEntries(
    filled.map(([key, values]) => [
      key,
      repeatable.has(key) ? values : (values[0] ?? ""),
    ]),
  );
}

function valueToJson(element: FormElement, occurrence: Occurrence): JsonValue {
  if (isFileAnswer(occurrence)) return occurrence;
  if (isGroupAnswer(occurrence))
    return element.kind === "group"
      ? groupToJson(element.elements, occurrence)
      : {};
  const isBoolean = element.kind === "field" && element.dataType === "boolean";
  return isBoolean && (occurrence === "true" || occurrence === "false")
    ? occurrence === "true"
    : occurrence;
}
