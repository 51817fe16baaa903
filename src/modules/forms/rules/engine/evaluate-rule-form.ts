import type { Answers, Occurrence } from "../../domain/answers.ts";
import {
  choiceKey,
  elementPath,
  isBlank,
  occurrencePath,
  occurrencesOf,
} from "../../domain/answers.ts";
import { evaluate } from "./evaluate-expression.ts";
import { chosenKey } from "./reserved-answers.ts";
import type { RuleCheck, RuleElement, RuleForm } from "./rule-form.ts";
import {
  isElementVisible,
  isPageVisible,
  occurrencesInForce,
  requiredByRule,
  surroundingsOf,
} from "./resolve.ts";
import {
  createRun,
  rootScope,
  scopesOf,
  type RuleTime,
  type Run,
  type Scope,
} from "./scope.ts";

/** What the rules of a form say about some answers. Paths name elements within an occurrence of their parent: `G1.0.F2`. */
export type RuleOutcome = {
  /** Answers that count: without what is hidden, with what is computed. Occurrences keep their places. */
  readonly answers: Answers;
  readonly hiddenPages: ReadonlySet<string>;
  /** Elements left out by a rule of their own; what is in them is left out with them. */
  readonly hidden: ReadonlySet<string>;
  /** Fields and groups required by a rule, or because they are what the applicant chose. */
  readonly required: ReadonlySet<string>;
  /** Checks that do not hold, with the path of the occurrence where the message stands. */
  readonly violated: readonly ViolatedCheck[];
};

export type ViolatedCheck = { readonly id: string; readonly path: string };

/** Works out all rules of a form. Each rule is evaluated once for each place it stands at, in any order, so rules may need each other. */
export function evaluateRuleForm(
  form: RuleForm,
  answers: Answers,
  when: RuleTime,
): RuleOutcome {
  const run = createRun(form, when);
  const root = rootScope(run, answers);
  const found = { hidden: new Set<string>(), required: new Set<string>() };
  const hiddenPages = form.pages.filter(
    (page) => !isPageVisible(run, root, page),
  );
  return {
    answers: walk(run, root, found),
    hiddenPages: new Set(hiddenPages.map(({ key }) => key)),
    ...found,
    violated: form.checks.flatMap((check) =>
      violationsOf(run, root, { check, depth: 0 }),
    ),
  };
}

type Found = {
  readonly hidden: Set<string>;
  readonly required: Set<string>;
};

function walk(run: Run, scope: Scope, found: Found): Answers {
  const counting: [string, readonly Occurrence[]][] = [...choiceOf(scope)];
  for (const element of scope.elements) {
    if (!isElementVisible(run, scope, element)) {
      found.hidden.add(elementPath(scope.path, element.key));
      continue;
    }
    if (requiredByRule(run, scope, element))
      found.required.add(elementPath(scope.path, element.key));
    const occurrences = countingOccurrences(run, scope, { element, found });
    if (occurrences.length > 0) counting.push([element.key, occurrences]);
  }
  return Object.fromEntries(counting);
}

/** Kept, so that a choice can be told from one that was not made. */
function choiceOf({
  inside,
  answers,
}: Scope): readonly [string, readonly string[]][] {
  if (!inside?.group.isChoice) return [];
  const chosen = chosenKey(inside.group.elements, answers);
  return chosen === undefined ? [] : [[choiceKey, [chosen]]];
}

function countingOccurrences(
  run: Run,
  scope: Scope,
  { element, found }: { readonly element: RuleElement; readonly found: Found },
): readonly Occurrence[] {
  if (element.kind === "field") return occurrencesInForce(run, scope, element);
  const inner = scopesOf(scope, element).map((each) => walk(run, each, found));
  const given = occurrencesOf(scope.answers, element.key).length;
  return given === 0 && inner.every(isBlank) ? [] : inner;
}

function violationsOf(
  run: Run,
  scope: Scope,
  { check, depth }: { readonly check: RuleCheck; readonly depth: number },
): ViolatedCheck[] {
  const key = check.parents[depth] ?? check.key;
  const element = scope.elements.find((candidate) => candidate.key === key);
  if (!element || !isElementVisible(run, scope, element)) return [];
  if (depth < check.parents.length)
    return element.kind === "group"
      ? scopesOf(scope, element)
          .filter(({ isPresent }) => isPresent)
          .flatMap((inner) =>
            violationsOf(run, inner, { check, depth: depth + 1 }),
          )
      : [];
  return evaluate(check.rule, surroundingsOf(run, scope)) === false
    ? [{ id: check.id, path: occurrencePath(scope.path, key, 0) }]
    : [];
}
