import type { Occurrence } from "../../domain/answers.ts";
import { isBlank, isFileAnswer, occurrencesOf } from "../../domain/answers.ts";
import { evaluate } from "./evaluate-expression.ts";
import type {
  Expression,
  GroupValue,
  RuleValue,
  Surroundings,
} from "./expression.ts";
import { chosenKey, prefilledValue } from "./reserved-answers.ts";
import type {
  RuleElement,
  RuleField,
  RuleGroup,
  RulePage,
} from "./rule-form.ts";
import { readRuleValue, writeRuleValue } from "./rule-values.ts";
import { factsOf, namesOf, scopesOf, type Run, type Scope } from "./scope.ts";

export function surroundingsOf(run: Run, scope: Scope): Surroundings {
  return { lookup: (name) => lookUp(run, scope, name), today: run.today };
}

function holds(
  run: Run,
  scope: Scope,
  rule: Expression | undefined,
): boolean | undefined {
  if (rule === undefined) return undefined;
  return evaluate(rule, surroundingsOf(run, scope)) === true;
}

/** Siblings first, then outward. */
function lookUp(run: Run, scope: Scope, name: string): RuleValue | undefined {
  const element = namesOf(scope.elements).get(name);
  if (element) return valueOf(run, scope, element);
  return scope.inside && lookUp(run, scope.inside.scope, name);
}

export function isPageVisible(run: Run, root: Scope, page: RulePage): boolean {
  const known = run.pages.get(page);
  if (known !== undefined) return known;
  // Who asks again while it is worked out asks in a circle.
  run.pages.set(page, false);
  const isVisible = holds(run, root, page.visibleWhen) ?? true;
  run.pages.set(page, isVisible);
  return isVisible;
}

/** Visible is what stands in something visible, was chosen where there is a choice, and whose own rule holds. */
export function isElementVisible(
  run: Run,
  scope: Scope,
  element: RuleElement,
): boolean {
  const facts = factsOf(scope, element);
  if (facts.isVisible !== undefined) return facts.isVisible;
  facts.isVisible = false;
  const { inside } = scope;
  const page = inside ? undefined : run.pageOf.get(element);
  facts.isVisible =
    (!inside || isElementVisible(run, inside.scope, inside.group)) &&
    (!page || isPageVisible(run, scope, page)) &&
    isChosen(scope, element) &&
    (holds(run, scope, element.visibleWhen) ?? true);
  return facts.isVisible;
}

function isChosen({ inside, answers }: Scope, { key }: RuleElement): boolean {
  return (
    !inside?.group.isChoice || chosenKey(inside.group.elements, answers) === key
  );
}

export function requiredByRule(
  run: Run,
  scope: Scope,
  element: RuleElement,
): boolean {
  if (scope.inside?.group.isChoice) return true;
  return (
    element.kind === "field" && holds(run, scope, element.requiredWhen) === true
  );
}

/** As other rules see it: hidden is unanswered. */
function valueOf(
  run: Run,
  scope: Scope,
  element: RuleElement,
): RuleValue | undefined {
  const facts = factsOf(scope, element);
  if (facts.value) return facts.value.is;
  if (facts.isBusy) return undefined;
  facts.isBusy = true;
  const is =
    element.kind === "group"
      ? valueOfGroup(run, scope, element)
      : valueOfField(run, scope, element);
  facts.isBusy = false;
  facts.value = { is };
  return is;
}

function valueOfGroup(run: Run, scope: Scope, group: RuleGroup): RuleValue {
  const scopes = isElementVisible(run, scope, group)
    ? scopesOf(scope, group)
    : [];
  if (group.isRepeatable)
    return scopes
      .filter((inner) => isBegun(run, inner))
      .map((inner) => groupValue(run, inner));
  const [only] = scopes;
  return only ? groupValue(run, only) : absentGroup;
}

const absentGroup: GroupValue = {
  kind: "group",
  get: () => null,
  isAnswered: () => false,
};

function groupValue(run: Run, scope: Scope): GroupValue {
  return {
    kind: "group",
    get: (name) => {
      const element = namesOf(scope.elements).get(name);
      return element && valueOf(run, scope, element);
    },
    isAnswered: () => isBegun(run, scope),
  };
}

/** Something visible is answered in it. What nobody typed does not count, nor does an alternative that was only chosen. */
function isBegun(run: Run, scope: Scope): boolean {
  return scope.elements.some((element) => {
    if (!isElementVisible(run, scope, element)) return false;
    if (element.kind === "group")
      return scopesOf(scope, element).some((inner) => isBegun(run, inner));
    return isTyped(element) && !isUnanswered(scope, element);
  });
}

function isTyped({ computed, fixed }: RuleField): boolean {
  return computed === undefined && fixed === undefined;
}

function isUnanswered({ answers }: Scope, { key }: RuleField): boolean {
  return occurrencesOf(answers, key).every(isBlank);
}

function valueOfField(
  run: Run,
  scope: Scope,
  field: RuleField,
): RuleValue | undefined {
  const isListed = field.isRepeatable || field.type === "file";
  if (!isElementVisible(run, scope, field)) return isListed ? [] : null;
  const values = occurrencesInForce(run, scope, field)
    .map((occurrence) => readOccurrence(field, occurrence))
    .filter((value) => value !== null);
  return isListed ? values : (values[0] ?? null);
}

function readOccurrence(field: RuleField, occurrence: Occurrence): RuleValue {
  if (isFileAnswer(occurrence)) return occurrence.filename;
  return typeof occurrence === "string" && field.type !== "file"
    ? readRuleValue(field.type, occurrence)
    : null;
}

/** What counts as the answer: computed or given by the form where nobody types, else what was typed. */
export function occurrencesInForce(
  run: Run,
  scope: Scope,
  field: RuleField,
): readonly Occurrence[] {
  const facts = factsOf(scope, field);
  facts.occurrences ??= findOccurrences(run, scope, field);
  return facts.occurrences;
}

function findOccurrences(
  run: Run,
  scope: Scope,
  field: RuleField,
): readonly Occurrence[] {
  if (field.type === "none") return [];
  if (isTyped(field) || run.isSettled)
    return occurrencesOf(scope.answers, field.key);
  // In something nobody has begun a given value would count as the beginning.
  if (!scope.isPresent) return [];
  const written =
    field.computed === undefined
      ? fixedValue(scope, field)
      : writeRuleValue(
          field.type,
          evaluate(field.computed, surroundingsOf(run, scope)),
        );
  return written === undefined ? [] : [written];
}

function fixedValue({ root }: Scope, { fixed }: RuleField): string | undefined {
  const { source, value } = fixed ?? {};
  return (
    (source === undefined ? undefined : prefilledValue(root, source)) ?? value
  );
}
