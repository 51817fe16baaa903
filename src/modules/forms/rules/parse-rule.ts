import { Environment, ParseError, type ASTNode } from "@marcbachmann/cel-js";
import type { Rule } from "../domain/form-definition.ts";
import type { BinaryOperator, Expression, Macro } from "./engine/expression.ts";
import { ruleFunctions } from "./engine/functions.ts";

/** What is wrong with the text of a rule. `position` counts characters from 0. */
export type RuleFault = {
  readonly kind: "syntax" | "unsupported" | "unknown-function";
  readonly position: number;
  /** What the text has there that rules do not have; empty where it just cannot be read. */
  readonly what: string;
};

export type ParsedRule =
  | {
      readonly ok: true;
      readonly expression: Expression;
      readonly ast: ASTNode;
    }
  | { readonly ok: false; readonly fault: RuleFault };

/** Reads CEL. Never throws: what it cannot read is said with its position. */
export function parseRule(rule: Rule): ParsedRule {
  try {
    const { ast } = environment.parse(rule);
    return { ok: true, expression: toExpression(ast), ast };
  } catch (error) {
    if (error instanceof UnsupportedError)
      return { ok: false, fault: error.fault };
    if (!(error instanceof ParseError)) throw error;
    const position = Math.min(error.range?.start ?? 0, rule.length);
    return { ok: false, fault: { kind: "syntax", position, what: "" } };
  }
}

/** Rules are written by people: what is larger than this is none. */
const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 2000, maxDepth: 60, maxListElements: 1000 },
});

class UnsupportedError extends Error {
  readonly code = "rule-unsupported";
  readonly fault: RuleFault;

  constructor(fault: RuleFault) {
    super(`rules: ${fault.what} is not part of the language`);
    this.fault = fault;
  }
}

function refuse(ast: ASTNode, what: string): never {
  throw new UnsupportedError({
    kind: "unsupported",
    position: ast.start,
    what,
  });
}

function toExpression(ast: ASTNode): Expression {
  switch (ast.op) {
    case "value":
      return { op: "value", value: literal(ast, ast.args) };
    case "id":
      return { op: "name", name: ast.args };
    case ".":
      return { op: "field", of: toExpression(ast.args[0]), name: ast.args[1] };
    case "[]":
      return {
        op: "index",
        of: toExpression(ast.args[0]),
        at: toExpression(ast.args[1]),
      };
    case "list":
      return { op: "list", items: ast.args.map(toExpression) };
    case "call":
      return toCall(ast, ast.args[0], ast.args[1]);
    case "rcall":
      return toMethod(ast, ast.args);
    default:
      return toOperation(ast);
  }
}

function toOperation(ast: ASTNode): Expression {
  switch (ast.op) {
    case "!_":
      return { op: "not", of: toExpression(ast.args) };
    case "-_":
      return { op: "negate", of: toExpression(ast.args) };
    case "&&":
    case "||":
      return {
        op: ast.op === "&&" ? "and" : "or",
        left: toExpression(ast.args[0]),
        right: toExpression(ast.args[1]),
      };
    case "?:":
      return {
        op: "if",
        when: toExpression(ast.args[0]),
        then: toExpression(ast.args[1]),
        otherwise: toExpression(ast.args[2]),
      };
    default:
      return toBinary(ast);
  }
}

const binaryOperators: ReadonlySet<string> = new Set<BinaryOperator>([
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "in",
]);

type BinaryNode = Extract<ASTNode, { op: BinaryOperator }>;

function isBinary(ast: ASTNode): ast is BinaryNode {
  return binaryOperators.has(ast.op);
}

function toBinary(ast: ASTNode): Expression {
  if (!isBinary(ast)) return refuse(ast, ast.op);
  return {
    op: "binary",
    operator: ast.op,
    left: toExpression(ast.args[0]),
    right: toExpression(ast.args[1]),
  };
}

function literal(
  ast: ASTNode,
  value: unknown,
): string | number | boolean | null {
  // CEL counts with whole numbers and fractions apart; people do not.
  if (typeof value === "bigint") return Number(value);
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  )
    return value;
  return refuse(ast, "bytes");
}

function toCall(
  ast: ASTNode,
  name: string,
  args: readonly ASTNode[],
): Expression {
  if (!Object.hasOwn(ruleFunctions, name))
    throw new UnsupportedError({
      kind: "unknown-function",
      position: ast.start,
      what: name,
    });
  return { op: "call", name, args: args.map(toExpression) };
}

const macros: ReadonlySet<string> = new Set<Macro>([
  "all",
  "exists",
  "exists_one",
  "filter",
  "map",
]);

function isMacro(name: string): name is Macro {
  return macros.has(name);
}

const textMethods = new Set(["contains", "startsWith", "endsWith", "size"]);

function toMethod(
  ast: ASTNode,
  [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
): Expression {
  const [variable, second, third] = args;
  if (isMacro(name) && variable?.op === "id" && second) {
    const body = toExpression(third ?? second);
    return {
      op: "each",
      macro: name,
      of: toExpression(receiver),
      variable: variable.args,
      body,
      ...(third ? { only: toExpression(second) } : {}),
    };
  }
  if (!textMethods.has(name))
    throw new UnsupportedError({
      kind: "unknown-function",
      position: ast.start,
      what: name,
    });
  return {
    op: "call",
    name,
    args: [receiver, ...args].map(toExpression),
  };
}
