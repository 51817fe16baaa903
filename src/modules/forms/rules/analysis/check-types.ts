import {
  Environment,
  type ASTNode,
  type TypeError as CelTypeError,
} from "@marcbachmann/cel-js";
import { ruleFunctions } from "../engine/functions.ts";
import type { RuleType } from "../engine/rule-form.ts";
import { ruleTypeOf } from "../rule-type.ts";
import { isListed, namesIn, type FormIndex, type Node } from "./form-index.ts";
import type { RuleResult } from "./rule-uses.ts";

/** What the type check found. `at` counts characters of the rule from 0. */
export type TypeFault =
  | {
      readonly kind: "unknown-field";
      readonly at: number;
      readonly name: string;
    }
  | {
      readonly kind: "name-reserved";
      readonly at: number;
      readonly name: string;
    }
  | { readonly kind: "wrong-type"; readonly at: number; readonly what: string }
  | { readonly kind: "wrong-result"; readonly at: 0; readonly found: string };

export type TypedRule = {
  readonly rule: string;
  readonly ast: ASTNode;
  readonly scope: Node | undefined;
  readonly result: RuleResult;
};

/** Checks the names and types of rules of one form. */
export function createTypeCheck(index: FormIndex) {
  const base = baseEnvironment(index);
  const scopes = new Map<Node | undefined, ScopeTypes>();
  return {
    check: (typed: TypedRule): TypeFault | undefined => {
      const known = scopes.get(typed.scope);
      const types = known ?? typesIn(base, index, typed.scope);
      scopes.set(typed.scope, types);
      return checkRule(types, typed);
    },
  };
}

type ScopeTypes = {
  readonly environment: Environment;
  /** Names of elements that the language uses for something else. */
  readonly reserved: ReadonlySet<string>;
};

const valueTypes: Readonly<Record<RuleType, string>> = {
  text: "string",
  date: "string",
  file: "string",
  none: "string",
  number: "double",
  integer: "double",
  currency: "double",
  truth: "bool",
};

/** Numbers, so that no key can make a name of the language. */
type GroupTypes = ReadonlyMap<Node, string>;

function typeOf(node: Node, groups: GroupTypes): string {
  const { element } = node;
  const single =
    element.kind === "group"
      ? (groups.get(node) ?? "map")
      : valueTypes[ruleTypeOf(element)];
  return isListed(node) ? `list<${single}>` : single;
}

const groupTypesByBase = new WeakMap<Environment, GroupTypes>();

function baseEnvironment({ byPath }: FormIndex): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: true });
  const groups = new Map<Node, string>();
  // Inner groups first: a type can only name types that are there.
  for (const node of [...byPath.values()].reverse()) {
    if (node.element.kind !== "group") continue;
    const name = `Group${String(groups.size)}`;
    const fields = Object.fromEntries(
      node.children.map((child) => [child.name, typeOf(child, groups)]),
    );
    environment.registerType(name, { fields });
    groups.set(node, name);
  }
  registerLanguage(environment, [...groups.values()]);
  groupTypesByBase.set(environment, groups);
  return environment;
}

const unused = () => null;

function registerLanguage(
  environment: Environment,
  groupTypes: readonly string[],
): void {
  for (const operator of ["+", "-", "*", "/", "%"]) {
    environment.registerOperator(`double ${operator} int`, unused);
    environment.registerOperator(`int ${operator} double`, unused);
  }
  environment.registerOperator("double % double", unused);
  environment.registerOperator("double == int", unused);
  for (const type of ["string", "double", "bool", "list", ...groupTypes])
    environment.registerOperator(`${type} == null`, unused);
  for (const { signatures } of Object.values(ruleFunctions))
    for (const signature of signatures)
      environment.registerFunction(signature, unused);
}

function typesIn(
  base: Environment,
  index: FormIndex,
  scope: Node | undefined,
): ScopeTypes {
  const environment = base.clone();
  const groups = groupTypesByBase.get(base) ?? new Map<Node, string>();
  const reserved = new Set<string>();
  for (const [name, node] of namesIn(index, scope)) {
    try {
      environment.registerVariable(name, typeOf(node, groups));
    } catch {
      // The library throws for words of the language.
      reserved.add(name);
    }
  }
  return { environment, reserved };
}

function checkRule(
  { environment, reserved }: ScopeTypes,
  { rule, ast, result }: TypedRule,
): TypeFault | undefined {
  const word = nodesOf(ast).find(
    (node) => node.op === "id" && reserved.has(node.args),
  );
  if (word?.op === "id")
    return { kind: "name-reserved", at: word.start, name: word.args };
  const whole = wholeNumbers(ast);
  const checked = environment.check(withFractions(rule, whole));
  if (checked.valid)
    return fits(checked.type ?? "dyn", result)
      ? undefined
      : { kind: "wrong-result", at: 0, found: typeName(checked.type ?? "") };
  return checked.error
    ? faultOf(checked.error, (at) => originalPosition(at, whole))
    : undefined;
}

function fits(type: string, result: RuleResult): boolean {
  if (type === "dyn") return true;
  if (result === "number") return type === "double" || type === "int";
  // A number is written into a text as it is.
  return result === "text"
    ? ["string", "double", "int"].includes(type)
    : type === "bool";
}

function faultOf(
  error: Pick<CelTypeError, "code" | "summary" | "range">,
  originalAt: (at: number) => number,
): TypeFault {
  const at = originalAt(error.range?.start ?? 0);
  const name = /^(?:Unknown variable|No such key): (\w+)$/.exec(
    error.summary,
  )?.[1];
  return name === undefined
    ? { kind: "wrong-type", at, what: withTypeNames(error.summary) }
    : { kind: "unknown-field", at, name };
}

/** Only what the library's message names: operators, functions and types. */
function withTypeNames(summary: string): string {
  return summary
    .replace(/^.*?(?:no such overload|no matching overload for)[: ]*/i, "")
    .replaceAll(/\bGroup\d+\b/g, "group")
    .replaceAll(/\b(?:double|int)\b/g, "number")
    .replaceAll(/\bstring\b/g, "text")
    .replaceAll(/\bbool\b/g, "yes/no");
}

function typeName(type: string): string {
  return withTypeNames(type);
}

/** Where whole numbers end in the text. People do not tell 2 from 2.0, the type check does; list positions stay whole. */
function wholeNumbers(ast: ASTNode): readonly number[] {
  const positions = new Set(
    nodesOf(ast).flatMap((node) => (node.op === "[]" ? [node.args[1]] : [])),
  );
  return nodesOf(ast)
    .filter(
      (node) =>
        node.op === "value" &&
        typeof node.args === "bigint" &&
        !positions.has(node) &&
        /^\d+$/.test(node.input.slice(node.start, node.end)),
    )
    .map(({ end }) => end)
    .sort((a, b) => a - b);
}

function withFractions(rule: string, ends: readonly number[]): string {
  return [...ends]
    .reverse()
    .reduce((text, end) => `${text.slice(0, end)}.0${text.slice(end)}`, rule);
}

function originalPosition(at: number, ends: readonly number[]): number {
  return ends.reduce(
    (position, end, before) =>
      end + 2 * before < at ? position - 2 : position,
    at,
  );
}

function nodesOf(ast: ASTNode): readonly ASTNode[] {
  const inner: ASTNode[] = [];
  gather(ast.args);
  return [ast, ...inner.flatMap(nodesOf)];

  function gather(args: unknown): void {
    if (Array.isArray(args)) for (const arg of args) gather(arg);
    else if (isNode(args)) inner.push(args);
  }
}

function isNode(value: unknown): value is ASTNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "op" in value &&
    "args" in value
  );
}
