import type { Answers } from "../../domain/answers.ts";
import { evaluate } from "./evaluate-expression.ts";
import type { Expression, RuleValue } from "./expression.ts";
import { isElementVisible, surroundingsOf } from "./resolve.ts";
import type { RuleForm } from "./rule-form.ts";
import {
  createRun,
  rootScope,
  scopesOf,
  type Run,
  type Scope,
} from "./scope.ts";

/** A rule, and where it is evaluated. */
export type PlacedRule = {
  readonly rule: Expression;
  /** Keys of the groups around it, from outside. */
  readonly parents: readonly string[];
  /** Key of the element it is about, where it counts only while that is visible. */
  readonly visibleKey?: string;
};

/** What a rule comes to in each occurrence of its place that is there and visible; `undefined` where it cannot be said. */
export function ruleResults(
  form: RuleForm,
  answers: Answers,
  { placed, today }: { readonly placed: PlacedRule; readonly today: string },
): (RuleValue | undefined)[] {
  const run = createRun(form, { today });
  return resultsIn(run, rootScope(run, answers), { placed, depth: 0 });
}

function resultsIn(
  run: Run,
  scope: Scope,
  { placed, depth }: { readonly placed: PlacedRule; readonly depth: number },
): (RuleValue | undefined)[] {
  const parent = placed.parents[depth];
  const key = parent ?? placed.visibleKey;
  const element = scope.elements.find((candidate) => candidate.key === key);
  if (key !== undefined && !(element && isElementVisible(run, scope, element)))
    return [];
  if (parent === undefined)
    return [evaluate(placed.rule, surroundingsOf(run, scope))];
  return element?.kind === "group"
    ? scopesOf(scope, element)
        .filter(({ isPresent }) => isPresent)
        .flatMap((inner) => resultsIn(run, inner, { placed, depth: depth + 1 }))
    : [];
}
