import type {
  FormDefinition,
  FormElement,
  FormField,
  FormPage,
} from "../../domain/form-definition.ts";
import { isRepeatable } from "../../domain/visit.ts";
import type { Expression } from "../engine/expression.ts";
import { ruleName } from "../rule-name.ts";

/** An element with the place it has in its form. */
export type Node = {
  readonly element: FormElement;
  /** Keys joined by dots. */
  readonly path: string;
  readonly name: string;
  readonly parent: Node | undefined;
  readonly page: FormPage | undefined;
  readonly children: readonly Node[];
};

export type FormIndex = {
  readonly roots: readonly Node[];
  readonly byPath: ReadonlyMap<string, Node>;
};

/** All elements of a form. */
export function indexForm({ pages }: FormDefinition): FormIndex {
  return indexNodes(
    pages.flatMap((page) =>
      page.elements.map((element) => makeNode(element, undefined, page)),
    ),
  );
}

/** Fields that stand on their own, such as the questions before a form. */
export function indexFields(fields: readonly FormField[]): FormIndex {
  return indexNodes(
    fields.map((field) => makeNode(field, undefined, undefined)),
  );
}

function makeNode(
  element: FormElement,
  parent: Node | undefined,
  page: FormPage | undefined,
): Node {
  const children: Node[] = [];
  const node = {
    element,
    path: parent ? `${parent.path}.${element.key}` : element.key,
    name: ruleName(element.key),
    parent,
    page,
    children,
  };
  if (element.kind === "group")
    children.push(
      ...element.elements.map((inner) => makeNode(inner, node, page)),
    );
  return node;
}

function indexNodes(roots: readonly Node[]): FormIndex {
  const all = roots.flatMap(withDescendants);
  return { roots, byPath: new Map(all.map((node) => [node.path, node])) };
}

export function withDescendants(node: Node): Node[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

/** The groups around a node, from inside. */
export function ancestorsOf({ parent }: Node): Node[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** What a rule can name that stands in an occurrence of `scope`: siblings first, then outward to the form. */
export function namesIn(
  { roots }: FormIndex,
  scope: Node | undefined,
): ReadonlyMap<string, Node> {
  const outward = scope ? [scope, ...ancestorsOf(scope)] : [];
  const names = new Map<string, Node>();
  for (const level of [...outward.map(({ children }) => children), roots])
    for (const node of level)
      if (!names.has(node.name)) names.set(node.name, node);
  return names;
}

/** True when rules see a list. */
export function isListed({ element }: Node): boolean {
  return (
    isRepeatable(element) ||
    (element.kind === "field" && element.dataType === "file")
  );
}

/** Elements bound to the variables of macros. */
export type Variables = ReadonlyMap<string, Node | undefined>;

/** The element an expression stands for; undefined for anything that is worked out. */
export function nodeOf(
  expression: Expression,
  names: ReadonlyMap<string, Node>,
  variables: Variables,
): Node | undefined {
  switch (expression.op) {
    case "name":
      return variables.has(expression.name)
        ? variables.get(expression.name)
        : names.get(expression.name);
    case "field":
      return nodeOf(expression.of, names, variables)?.children.find(
        ({ name }) => name === expression.name,
      );
    case "index":
      return nodeOf(expression.of, names, variables);
    case "each":
      return expression.macro === "filter"
        ? nodeOf(expression.of, names, variables)
        : undefined;
    default:
      return undefined;
  }
}

type ExpressionPart =
  | Expression
  | readonly Expression[]
  | string
  | number
  | boolean
  | null;

/** The expressions directly inside another. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: readonly ExpressionPart[] = Object.values(expression);
  return parts
    .flat()
    .filter((part) => typeof part === "object" && part !== null);
}

export type References = {
  /** All elements a rule names, those it only passes through included. */
  readonly nodes: ReadonlySet<Node>;
  /** Groups of which it asks whether, or how often, anything is answered in them. */
  readonly wholes: ReadonlySet<Node>;
};

/** What a rule is about. */
export function referencesOf(
  expression: Expression,
  names: ReadonlyMap<string, Node>,
): References {
  const nodes = new Set<Node>();
  const wholes = new Set<Node>();
  collect(expression, { bound: new Map() });
  return { nodes, wholes };

  function collect(part: Expression, { bound, passing }: Reading): void {
    const node = nodeOf(part, names, bound);
    if (node) nodes.add(node);
    const isPassed = passing === true && node !== undefined && !isListed(node);
    if (node?.element.kind === "group" && !isPassed) wholes.add(node);
    if (part.op === "each") {
      collectEach(part, bound);
      return;
    }
    for (const inner of partsOf(part))
      collect(inner, { bound, passing: part.op === "field" });
  }

  function collectEach(part: Each, bound: Variables): void {
    collect(part.of, { bound });
    const inside = new Map(bound).set(
      part.variable,
      nodeOf(part.of, names, bound),
    );
    collect(part.body, { bound: inside });
    if (part.only) collect(part.only, { bound: inside });
  }
}

type Each = Extract<Expression, { op: "each" }>;

type Reading = {
  readonly bound: Variables;
  /** Only on the way to something in it. */
  readonly passing?: boolean;
};
