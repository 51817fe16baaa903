import type { FormPage } from "../../domain/form-definition.ts";
import type { Expression } from "../engine/expression.ts";
import {
  ancestorsOf,
  isListed,
  namesIn,
  referencesOf,
  withDescendants,
  type FormIndex,
  type Node,
} from "./form-index.ts";
import {
  literalsIn,
  noComparisons,
  readComparisons,
  type Comparisons,
  type Literal,
} from "./literals.ts";

/** A rule with the scope it stands in. */
type Standing = { readonly rule: Expression; readonly scope: Node | undefined };

/** Everything a rule depends on, over any number of other rules. */
export type Involved = {
  readonly nodes: ReadonlySet<Node>;
  readonly pages: ReadonlySet<FormPage>;
  readonly comparisons: Comparisons;
  readonly literals: readonly Literal[];
  /** The rules ask of their fields only what `comparisons` says. */
  readonly isPlain: boolean;
};

export type InvolvedInput = {
  readonly index: FormIndex;
  readonly parse: (rule: string) => Expression | undefined;
  readonly rules: readonly Standing[];
  /** What must be visible for the rule to count. */
  readonly nodes: readonly Node[];
  readonly pages: readonly FormPage[];
};

export function involvedIn({
  index,
  parse,
  rules,
  nodes,
  pages,
}: InvolvedInput): Involved {
  const gathered: Gathered = {
    index,
    parse,
    nodes: new Set(),
    pages: new Set(),
    comparisons: noComparisons(),
    literals: [],
    isPlain: true,
  };
  for (const page of pages) addPage(gathered, page);
  for (const node of nodes) addNode(gathered, node);
  for (const standing of rules) addRule(gathered, standing);
  return gathered;
}

type Gathered = Pick<InvolvedInput, "index" | "parse"> & {
  readonly nodes: Set<Node>;
  readonly pages: Set<FormPage>;
  readonly comparisons: Comparisons;
  readonly literals: Literal[];
  isPlain: boolean;
};

function addRule(gathered: Gathered, { rule, scope }: Standing): void {
  const names = namesIn(gathered.index, scope);
  if (!readComparisons(rule, { names, into: gathered.comparisons }))
    gathered.isPlain = false;
  gathered.literals.push(...literalsIn(rule));
  const inside = new Set(scope ? [scope, ...ancestorsOf(scope)] : []);
  const { nodes, wholes } = referencesOf(rule, names);
  // How many there are and what else is in them cannot all be tried out.
  if ([...nodes].some((node) => isListed(node) && !inside.has(node)))
    gathered.isPlain = false;
  for (const node of nodes) addNode(gathered, node);
  for (const group of wholes) {
    gathered.isPlain = false;
    for (const inner of withDescendants(group)) addNode(gathered, inner);
  }
}

function addText(
  gathered: Gathered,
  rule: string | undefined,
  scope: Node | undefined,
): void {
  if (rule === undefined) return;
  const parsed = gathered.parse(rule);
  if (parsed) addRule(gathered, { rule: parsed, scope });
  else gathered.isPlain = false;
}

function addPage(gathered: Gathered, page: FormPage): void {
  if (gathered.pages.has(page)) return;
  gathered.pages.add(page);
  addText(gathered, page.visibleWhen, undefined);
}

function addNode(gathered: Gathered, node: Node): void {
  if (gathered.nodes.has(node)) return;
  gathered.nodes.add(node);
  const { element, page, parent } = node;
  addText(gathered, element.visibleWhen, parent);
  if (element.kind === "field" && isGiven(element)) {
    gathered.isPlain = false;
    addText(gathered, element.computed, parent);
    // In something optional it has a value only once anything in it is answered.
    const optional = ancestorsOf(node).filter(
      (group) => group.element.cardinality.min === 0,
    );
    for (const inner of optional.flatMap(withDescendants))
      addNode(gathered, inner);
  }
  if (parent) addNode(gathered, parent);
  if (page) addPage(gathered, page);
}

function isGiven(
  element: Extract<Node["element"], { kind: "field" }>,
): boolean {
  return element.computed !== undefined || element.entry !== undefined;
}
