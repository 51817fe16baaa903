import { compareElements } from "./diff/compare-elements.ts";
import type {
  ElementChange,
  FormChange,
  RuleChange,
} from "./diff/form-change.ts";
import {
  childrenOf,
  matchElements,
  place,
  type PlacedElement,
} from "./diff/match-elements.ts";
import type { FormDefinition } from "./form-definition.ts";

export type { FormChange } from "./diff/form-change.ts";

/**
 * What is different in the newer version of a form, field by field: first the title, then the elements in the order of the newer form,
 * what was removed after them, the rules last. Empty for two versions that ask and check the same.
 */
export function diffForms(
  before: FormDefinition,
  after: FormDefinition,
): FormChange[] {
  const title: FormChange[] =
    before.title === after.title
      ? []
      : [{ kind: "title", before: before.title, after: after.title }];
  return [
    ...title,
    ...diffElements(before, after),
    ...diffRules(before, after),
  ];
}

function diffElements(
  before: FormDefinition,
  after: FormDefinition,
): ElementChange[] {
  const newer = after.pages.flatMap(({ elements }) => elements);
  const { pairs, added, removed } = matchElements(
    before.pages.flatMap(({ elements }) => elements),
    newer,
  );
  const changes = [
    ...pairs.flatMap(compareElements),
    ...added.map((placed) => wholeElement("added", placed)),
  ];
  const order = new Map(
    readingOrder(place(newer)).map(({ path }, index) => [path, index]),
  );
  const indexOf = ({ path }: ElementChange) => order.get(path) ?? 0;
  return [
    ...changes.toSorted((one, other) => indexOf(one) - indexOf(other)),
    ...removed.map((placed) => wholeElement("removed", placed)),
  ];
}

function wholeElement(
  kind: "added" | "removed",
  { element, path, labels }: PlacedElement,
): ElementChange {
  return { kind, path, labels, element: element.kind };
}

function readingOrder(elements: readonly PlacedElement[]): PlacedElement[] {
  return elements.flatMap((element) => [
    element,
    ...readingOrder(childrenOf(element)),
  ]);
}

function diffRules(
  before: FormDefinition,
  after: FormDefinition,
): RuleChange[] {
  const [older, newer] = [rulesOf(before), rulesOf(after)];
  const removed = [...older]
    .filter(([key]) => !newer.has(key))
    .map(([, { ruleId, path, text }]): RuleChange => ({
      kind: "rule-removed",
      ruleId,
      path,
      before: text,
    }));
  const others = [...newer].flatMap(
    ([key, { ruleId, path, text }]): RuleChange[] => {
      const known = older.get(key);
      const place = { ruleId, path, after: text };
      if (!known) return [{ kind: "rule-added", ...place }];
      if (known.text === text) return [];
      return [{ kind: "rule-changed", ...place, before: known.text }];
    },
  );
  return [...others, ...removed];
}

type RuleText = {
  readonly ruleId: string;
  readonly path: string;
  readonly text: string;
};

/** Rules in free text and checks by id and place: FIM hangs one rule on several elements. */
function rulesOf(definition: FormDefinition): ReadonlyMap<string, RuleText> {
  const { untranslatedRules, translatedRules = [], checks = [] } = definition;
  const rules = [
    ...untranslatedRules,
    ...translatedRules,
    ...checks.map(({ id, elementPath, message, rule }) => ({
      id,
      elementPath,
      text: `${message} (${rule})`,
    })),
  ];
  return new Map(
    rules.map(({ id, elementPath: path, text }) => [
      `${path} ${id}`,
      { ruleId: id, path, text },
    ]),
  );
}
