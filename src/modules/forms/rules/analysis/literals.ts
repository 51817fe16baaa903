import type { Expression } from "../engine/expression.ts";
import { nodeOf, partsOf, type Node } from "./form-index.ts";

export type Literal = string | number | boolean | null;

/** What the rules compare a field with. */
export type Comparisons = {
  /** By field: values it is compared with. */
  readonly literals: Map<Node, Set<Literal>>;
  /** By field of dates: ages it is compared with. */
  readonly ages: Map<Node, Set<number>>;
  /** Fields of dates that are compared with today. */
  readonly todays: Set<Node>;
};

type Reading = {
  readonly names: ReadonlyMap<string, Node>;
  readonly into: Comparisons;
};

export function noComparisons(): Comparisons {
  return { literals: new Map(), ages: new Map(), todays: new Set() };
}

/**
 * Notes what a rule compares fields with. True when the rule asks nothing else, so that trying the values around those that were noted
 * tries all there is: comparisons of one field with a constant, with today, of an age with a constant, and what joins them.
 */
export function readComparisons(
  expression: Expression,
  reading: Reading,
): boolean {
  switch (expression.op) {
    case "value":
      return typeof expression.value === "boolean";
    case "and":
    case "or":
    case "not":
    case "if":
      return partsOf(expression)
        .map((part) => readComparisons(part, reading))
        .every(Boolean);
    case "binary":
      return readBinary(expression, reading);
    case "call":
      return (
        expression.name === "answered" &&
        expression.args.every((arg) => fieldOf(arg, reading) !== undefined)
      );
    default:
      return fieldOf(expression, reading) !== undefined;
  }
}

/** The field an expression stands for, when it is one answer somebody gives. */
function fieldOf(
  expression: Expression,
  { names }: Pick<Reading, "names">,
): Node | undefined {
  const node = nodeOf(expression, names, new Map());
  return node?.element.kind === "field" ? node : undefined;
}

function readBinary(
  { operator, left, right }: Extract<Expression, { op: "binary" }>,
  reading: Reading,
): boolean {
  if (["+", "-", "*", "/", "%"].includes(operator)) return false;
  return (
    readPair({ about: left, with: right }, reading) ||
    (operator !== "in" && readPair({ about: right, with: left }, reading))
  );
}

type Pair = { readonly about: Expression; readonly with: Expression };

function readPair(pair: Pair, reading: Reading): boolean {
  const { into } = reading;
  const constants = constantsOf(pair.with);
  const field = fieldOf(pair.about, reading);
  if (field && constants) {
    addTo(into.literals, field, constants);
    return true;
  }
  if (field && isToday(pair.with)) {
    into.todays.add(field);
    return true;
  }
  const aged = agedField(pair.about, reading);
  if (!aged || !constants) return false;
  addTo(
    into.ages,
    aged,
    constants.filter((each) => typeof each === "number"),
  );
  return true;
}

function isToday(expression: Expression): boolean {
  return expression.op === "call" && expression.name === "today";
}

function agedField(expression: Expression, reading: Reading): Node | undefined {
  if (expression.op !== "call" || expression.name !== "age") return undefined;
  const [birth, on] = expression.args;
  return birth && on === undefined ? fieldOf(birth, reading) : undefined;
}

function constantsOf(expression: Expression): readonly Literal[] | undefined {
  if (expression.op === "value") return [expression.value];
  if (expression.op === "negate") {
    const [number] = constantsOf(expression.of) ?? [];
    return typeof number === "number" ? [-number] : undefined;
  }
  if (expression.op !== "list") return undefined;
  const constants = expression.items.map(constantsOf);
  return constants.every((each) => each !== undefined)
    ? constants.flat()
    : undefined;
}

function addTo<Value>(
  map: Map<Node, Set<Value>>,
  node: Node,
  values: readonly Value[],
): void {
  const known = map.get(node) ?? new Set<Value>();
  for (const value of values) known.add(value);
  map.set(node, known);
}

/** All constants of a rule, wherever they stand. */
export function literalsIn(expression: Expression): readonly Literal[] {
  return expression.op === "value"
    ? [expression.value]
    : partsOf(expression).flatMap(literalsIn);
}
