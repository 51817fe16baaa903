/**
 * A rule as the server parsed it: plain data, so that a browser can evaluate it without a parser.
 * Everything in this folder runs on the server and in the browser: type imports and files of this folder only, no clock, no host objects.
 */
export type Expression =
  | { readonly op: "value"; readonly value: string | number | boolean | null }
  | { readonly op: "name"; readonly name: string }
  | { readonly op: "field"; readonly of: Expression; readonly name: string }
  | { readonly op: "index"; readonly of: Expression; readonly at: Expression }
  | { readonly op: "list"; readonly items: readonly Expression[] }
  | { readonly op: "not" | "negate"; readonly of: Expression }
  | {
      readonly op: "and" | "or";
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly op: "if";
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly op: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly op: "call";
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | {
      readonly op: "each";
      readonly macro: Macro;
      readonly of: Expression;
      readonly variable: string;
      /** Of `map` what becomes of an item, else the condition. */
      readonly body: Expression;
      /** Of `map` with three arguments: which items are taken. */
      readonly only?: Expression;
    };

export type BinaryOperator =
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "in";

/** CEL's macros that run over a list. */
export type Macro = "all" | "exists" | "exists_one" | "filter" | "map";

/** What a rule works with. `null` is an unanswered field. */
export type RuleValue =
  | string
  | number
  | boolean
  | null
  | readonly RuleValue[]
  | GroupValue;

/** An occurrence of a group, seen from outside. */
export type GroupValue = {
  readonly kind: "group";
  /** Undefined when it has no such element, or when its value depends on itself. */
  readonly get: (name: string) => RuleValue | undefined;
  readonly isAnswered: () => boolean;
};

export type Surroundings = {
  /** Undefined when there is no such name, or when its value depends on itself. */
  readonly lookup: (name: string) => RuleValue | undefined;
  /** `2026-12-31`. */
  readonly today: string;
};

export function isList(
  value: RuleValue | undefined,
): value is readonly RuleValue[] {
  return Array.isArray(value);
}

export function isGroup(value: RuleValue | undefined): value is GroupValue {
  return typeof value === "object" && value !== null && !isList(value);
}
