import {
  isGroup,
  isList,
  type BinaryOperator,
  type Expression,
  type RuleValue,
  type Surroundings,
} from "./expression.ts";
import { ruleFunctions } from "./functions.ts";

/**
 * Works out a rule. `undefined` means that it cannot be said (yet): something it needs is not answered. As in CEL, `a || b` is true
 * when one side is, and `a && b` false when one side is, whatever can be said of the other.
 */
export function evaluate(
  expression: Expression,
  around: Surroundings,
): RuleValue | undefined {
  switch (expression.op) {
    case "value":
      return expression.value;
    case "name":
      return around.lookup(expression.name);
    case "field":
      return fieldOf(evaluate(expression.of, around), expression.name);
    case "not":
    case "negate":
    case "and":
    case "or":
    case "if":
      return evaluateLogic(expression, around);
    case "binary":
      return evaluateBinary(expression, around);
    default:
      return evaluateLists(expression, around);
  }
}

type Of<Op extends Expression["op"]> = Extract<Expression, { op: Op }>;

function fieldOf(
  value: RuleValue | undefined,
  name: string,
): RuleValue | undefined {
  return isGroup(value) ? value.get(name) : undefined;
}

function evaluateLogic(
  expression: Of<"not" | "negate" | "and" | "or" | "if">,
  around: Surroundings,
): RuleValue | undefined {
  switch (expression.op) {
    case "not":
      return not(evaluate(expression.of, around));
    case "negate": {
      const value = evaluate(expression.of, around);
      return typeof value === "number" ? -value : undefined;
    }
    case "if": {
      const when = evaluate(expression.when, around);
      if (typeof when !== "boolean") return undefined;
      return evaluate(when ? expression.then : expression.otherwise, around);
    }
    default:
      return decide(expression, around);
  }
}

function not(value: RuleValue | undefined): boolean | undefined {
  return typeof value === "boolean" ? !value : undefined;
}

/** Of `and` and `or`: which side decides alone is the one value that differs between them. */
function decide(
  { op, left, right }: Of<"and" | "or">,
  around: Surroundings,
): boolean | undefined {
  const deciding = op === "or";
  const first = evaluate(left, around);
  if (first === deciding) return deciding;
  const second = evaluate(right, around);
  if (second === deciding) return deciding;
  return first === !deciding && second === !deciding ? !deciding : undefined;
}

function evaluateBinary(
  { operator, left, right }: Of<"binary">,
  around: Surroundings,
): RuleValue | undefined {
  const first = evaluate(left, around);
  const second = evaluate(right, around);
  if (first === undefined || second === undefined) return undefined;
  if (operator === "==" || operator === "!=") {
    const isSame =
      isNull(left) || isNull(right)
        ? isUnanswered(first) && isUnanswered(second)
        : isEqual(first, second);
    return operator === "==" ? isSame : not(isSame);
  }
  if (operator === "in") return isIn(first, second);
  return calculate(operator, first, second);
}

function isNull(expression: Expression): boolean {
  return expression.op === "value" && expression.value === null;
}

function isUnanswered(value: RuleValue): boolean {
  if (isList(value)) return value.length === 0;
  return isGroup(value) ? !value.isAnswered() : value === null;
}

/** Nothing can be said of an unanswered field, except that it is as blank as an empty text and as another unanswered one. */
function isEqual(first: RuleValue, second: RuleValue): boolean | undefined {
  if (first === null || second === null)
    return (first ?? second ?? "") === "" ? true : undefined;
  if (isList(first) && isList(second)) return areEqual(first, second);
  return typeof first === "object" || typeof first !== typeof second
    ? undefined
    : first === second;
}

function areEqual(
  first: readonly RuleValue[],
  second: readonly RuleValue[],
): boolean | undefined {
  if (first.length !== second.length) return false;
  return all(
    first.map((value, index) => isEqual(value, second[index] ?? null)),
  );
}

function isIn(value: RuleValue, list: RuleValue): boolean | undefined {
  if (!isList(list)) return undefined;
  if (value === null) return undefined;
  return some(
    list.map((item) => (item === null ? false : isEqual(value, item))),
  );
}

type Calculation = Exclude<BinaryOperator, "==" | "!=" | "in">;

const onNumbers: Readonly<
  Record<Calculation, (a: number, b: number) => number | boolean>
> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

const onTexts: Readonly<
  Partial<Record<Calculation, (a: string, b: string) => string | boolean>>
> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "+": (a, b) => a + b,
};

function calculate(
  operator: Calculation,
  first: RuleValue,
  second: RuleValue,
): RuleValue | undefined {
  if (typeof first === "number" && typeof second === "number")
    return finite(onNumbers[operator](first, second));
  if (typeof first === "string" && typeof second === "string")
    return onTexts[operator]?.(first, second);
  const areLists = operator === "+" && isList(first) && isList(second);
  return areLists ? [...first, ...second] : undefined;
}

/** Division by zero gives no answer. */
function finite(result: number | boolean): number | boolean | undefined {
  return typeof result === "boolean" || Number.isFinite(result)
    ? result
    : undefined;
}

function evaluateLists(
  expression: Of<"index" | "list" | "call" | "each">,
  around: Surroundings,
): RuleValue | undefined {
  switch (expression.op) {
    case "index": {
      const list = evaluate(expression.of, around);
      const at = evaluate(expression.at, around);
      return isList(list) && typeof at === "number" ? list[at] : undefined;
    }
    case "list":
      return allOf(expression.items.map((item) => evaluate(item, around)));
    case "call": {
      const args = allOf(expression.args.map((arg) => evaluate(arg, around)));
      return args && ruleFunctions[expression.name]?.call(args, around.today);
    }
    case "each":
      return evaluateEach(expression, around);
  }
}

/** The values when all could be worked out. */
function allOf(
  values: readonly (RuleValue | undefined)[],
): readonly RuleValue[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

function evaluateEach(
  { macro, of, variable, body, only }: Of<"each">,
  around: Surroundings,
): RuleValue | undefined {
  const list = evaluate(of, around);
  if (!isList(list)) return undefined;
  const about = (expression: Expression) => (item: RuleValue) =>
    evaluate(expression, {
      ...around,
      lookup: (name) => (name === variable ? item : around.lookup(name)),
    });
  const taken = only === undefined ? list : pick(list, list.map(about(only)));
  if (!taken) return undefined;
  const results = taken.map(about(body));
  switch (macro) {
    case "map":
      return allOf(results);
    case "filter":
      return pick(taken, results);
    case "exists":
      return some(results);
    case "all":
      return all(results);
    case "exists_one":
      return pick(taken, results) && results.filter(Boolean).length === 1;
  }
}

/** The items whose result is true; undefined when it cannot be said of one of them. */
function pick(
  items: readonly RuleValue[],
  results: readonly (RuleValue | undefined)[],
): readonly RuleValue[] | undefined {
  return results.every((result) => typeof result === "boolean")
    ? items.filter((_, index) => results[index] === true)
    : undefined;
}

function some(
  results: readonly (RuleValue | undefined)[],
): boolean | undefined {
  if (results.includes(true)) return true;
  return results.every((result) => result === false) ? false : undefined;
}

function all(results: readonly (RuleValue | undefined)[]): boolean | undefined {
  return not(
    some(
      results.map((result) =>
        typeof result === "boolean" ? !result : undefined,
      ),
    ),
  );
}
