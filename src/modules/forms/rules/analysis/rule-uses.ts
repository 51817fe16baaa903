import type {
  FormDefinition,
  FormElement,
  Rule,
} from "../../domain/form-definition.ts";
import type { RuleType } from "../engine/rule-form.ts";
import { ruleTypeOf } from "../rule-type.ts";
import type { RulePlace } from "./finding.ts";
import type { FormIndex, Node } from "./form-index.ts";

/** A rule with the place it stands at. */
export type RuleUse = {
  readonly place: RulePlace;
  readonly rule: Rule;
  /** The group in whose occurrences it is evaluated; undefined for the form. */
  readonly scope: Node | undefined;
  /** Absent for pages. */
  readonly node?: Node;
  readonly result: RuleResult;
};

/** What a rule must come to. */
export type RuleResult = "truth" | "text" | "number";

/** All rules of a form in reading order, without those before the form. Checks at unknown places are left out. */
export function listRuleUses(
  definition: FormDefinition,
  index: FormIndex,
): RuleUse[] {
  const pages = definition.pages.flatMap(({ key, visibleWhen }) =>
    visibleWhen === undefined
      ? []
      : [
          {
            place: { kind: "page", at: key, rule: "visibleWhen" } as const,
            rule: visibleWhen,
            scope: undefined,
            result: "truth" as const,
          },
        ],
  );
  const elements = [...index.byPath.values()].flatMap(usesOfNode);
  const checks = (definition.checks ?? []).flatMap(
    ({ id, rule, elementPath }) => {
      const node = index.byPath.get(elementPath);
      return node
        ? [
            {
              place: { kind: "check", at: id } as const,
              rule,
              scope: node.parent,
              node,
              result: "truth" as const,
            },
          ]
        : [];
    },
  );
  return [...pages, ...elements, ...checks];
}

function usesOfNode(node: Node): RuleUse[] {
  const { element, path, parent } = node;
  return rulesOf(element).map(([name, rule]) => ({
    place: { kind: "element", at: path, rule: name },
    rule,
    scope: parent,
    node,
    result: name === "computed" ? resultOf(element) : "truth",
  }));
}

type RuleName = NonNullable<RulePlace["rule"]>;

function rulesOf(element: FormElement): (readonly [RuleName, Rule])[] {
  const rules: readonly (readonly [RuleName, Rule | undefined])[] = [
    ["visibleWhen", element.visibleWhen],
    [
      "requiredWhen",
      element.kind === "field" ? element.requiredWhen : undefined,
    ],
    ["computed", element.kind === "field" ? element.computed : undefined],
  ];
  return rules.flatMap(([name, rule]) =>
    rule === undefined ? [] : [[name, rule] as const],
  );
}

function resultOf(element: FormElement): RuleResult {
  return element.kind === "group" ? "truth" : resultTypes[ruleTypeOf(element)];
}

const resultTypes: Readonly<Record<RuleType, RuleResult>> = {
  text: "text",
  date: "text",
  file: "text",
  none: "text",
  number: "number",
  integer: "number",
  currency: "number",
  truth: "truth",
};
