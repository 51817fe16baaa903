import type { FormDefinition, FormPage } from "../../domain/form-definition.ts";
import { compileForm } from "../compile-form.ts";
import type { Expression } from "../engine/expression.ts";
import type { RuleForm } from "../engine/rule-form.ts";
import { ruleResults, type PlacedRule } from "../engine/rule-results.ts";
import { onlyNodes } from "../only-nodes.ts";
import { candidatesFor } from "./candidates.ts";
import {
  ancestorsOf,
  isListed,
  type FormIndex,
  type Node,
} from "./form-index.ts";
import { involvedIn, type Involved } from "./involved.ts";
import { tryAnswers, type Tried, type TrialNode } from "./search.ts";

export type RuleQuestion = {
  readonly form: RuleForm;
  readonly index: FormIndex;
  readonly parse: (rule: string) => Expression | undefined;
  readonly today: string;
};

/** What is asked: can this rule hold, can it fail, at this place, given all it depends on? */
export type AskedRule = {
  readonly rule: Expression;
  readonly scope: Node | undefined;
  /** Must be visible for the rule to count. */
  readonly visible?: Node | undefined;
  readonly page?: FormPage | undefined;
};

/** Tries answers around the constants in the rules, with the engine that runs the form. */
export function askRule(question: RuleQuestion, asked: AskedRule): Tried {
  const { index, parse } = question;
  const { scope, visible, rule } = asked;
  const involved = involvedIn({
    index,
    parse,
    rules: [{ rule, scope }],
    nodes: [scope, visible].filter((node) => node !== undefined),
    pages: asked.page ? [asked.page] : [],
  });
  const inside = new Set(scope ? [scope, ...ancestorsOf(scope)] : []);
  const form = onlyNodes(question.form, index, involved.nodes);
  const placed: PlacedRule = {
    rule,
    parents: [...inside].reverse().map(({ element }) => element.key),
    ...(visible ? { visibleKey: visible.element.key } : {}),
  };
  return tryAnswers({
    roots: trialNodes(index.roots, { question, involved, inside }),
    isComplete: involved.isPlain && !isShownBeforeBegun(inside, visible),
    results: (answers) =>
      ruleResults(form, answers, { placed, today: question.today }),
  });
}

/** What an optional group asks is shown while nothing in it is answered; only answers that begin it are tried. */
function isShownBeforeBegun(
  inside: ReadonlySet<Node>,
  visible: Node | undefined,
): boolean {
  return (
    visible === undefined &&
    [...inside].some(({ element }) => element.cardinality.min === 0)
  );
}

type Building = {
  readonly question: RuleQuestion;
  readonly involved: Involved;
  readonly inside: ReadonlySet<Node>;
};

function trialNodes(
  nodes: readonly Node[],
  building: Building,
): readonly TrialNode[] {
  return nodes
    .filter((node) => building.involved.nodes.has(node))
    .map((node) => ({
      node,
      candidates: candidatesOf(node, building),
      isList: isListed(node) && !building.inside.has(node),
      children: trialNodes(node.children, building),
    }));
}

function candidatesOf(
  node: Node,
  { question, involved }: Building,
): TrialNode["candidates"] {
  const { element } = node;
  if (element.kind === "group")
    return element.choice
      ? [undefined, ...element.elements.map(({ key }) => key)]
      : [undefined];
  if (element.computed !== undefined || element.entry !== undefined)
    return [undefined];
  return candidatesFor(node, {
    comparisons: involved.comparisons,
    others: involved.isPlain ? [] : involved.literals,
    today: question.today,
  });
}

export function questionAbout(
  definition: FormDefinition,
  index: FormIndex,
  rest: Pick<RuleQuestion, "parse" | "today">,
): RuleQuestion {
  return { form: compileForm(definition), index, ...rest };
}
