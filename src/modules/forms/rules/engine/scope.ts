import type { Answers, Occurrence } from "../../domain/answers.ts";
import {
  isBlank,
  isGroupAnswer,
  occurrencePath,
  occurrencesOf,
} from "../../domain/answers.ts";
import type { RuleValue } from "./expression.ts";
import type {
  RuleElement,
  RuleForm,
  RuleGroup,
  RulePage,
} from "./rule-form.ts";

export type RuleTime = {
  /** `2026-12-31`. */
  readonly today: string;
  /** The answers were sent: what was computed then stands. */
  readonly isSettled?: boolean;
};

/** One evaluation of a form: nothing in it outlives the answers it was made for. */
export type Run = RuleTime & {
  readonly form: RuleForm;
  readonly pageOf: ReadonlyMap<RuleElement, RulePage>;
  readonly pages: Map<RulePage, boolean>;
};

/** An occurrence of a group, or the form itself: where names are looked up. */
export type Scope = {
  readonly elements: readonly RuleElement[];
  readonly answers: Answers;
  /** `G1.0`; empty for the form. */
  readonly path: string;
  /** Somebody began it, or the form requires it: only then it has values of its own. */
  readonly isPresent: boolean;
  readonly inside?: {
    readonly group: RuleGroup;
    readonly scope: Scope;
  };
  readonly root: Answers;
  readonly facts: Map<RuleElement, Facts>;
};

/** What was worked out about an element in a scope. */
type Facts = {
  isVisible?: boolean;
  value?: { readonly is: RuleValue | undefined };
  occurrences?: readonly Occurrence[];
  scopes?: readonly Scope[];
  /** Being worked out: who asks for it now asks in a circle. */
  isBusy?: boolean;
};

export function createRun(form: RuleForm, when: RuleTime): Run {
  const pageOf = new Map(
    form.pages.flatMap((page) =>
      page.elements.map((element) => [element, page] as const),
    ),
  );
  return { ...when, form, pageOf, pages: new Map() };
}

export function rootScope({ form }: Run, answers: Answers): Scope {
  return {
    elements: form.pages.flatMap((page) => page.elements),
    answers,
    path: "",
    isPresent: true,
    root: answers,
    facts: new Map(),
  };
}

/** Elements by name, once for each list of elements: there may be hundreds. */
const namesByElements = new WeakMap<
  readonly RuleElement[],
  ReadonlyMap<string, RuleElement>
>();

export function namesOf(
  elements: readonly RuleElement[],
): ReadonlyMap<string, RuleElement> {
  const known = namesByElements.get(elements);
  if (known) return known;
  const names = new Map(elements.map((element) => [element.name, element]));
  namesByElements.set(elements, names);
  return names;
}

export function factsOf(scope: Scope, element: RuleElement): Facts {
  const known = scope.facts.get(element);
  if (known) return known;
  const facts: Facts = {};
  scope.facts.set(element, facts);
  return facts;
}

/** The scopes of a group's occurrences, at least as many as the form requires. */
export function scopesOf(scope: Scope, group: RuleGroup): readonly Scope[] {
  const facts = factsOf(scope, group);
  facts.scopes ??= makeScopes(scope, group);
  return facts.scopes;
}

function makeScopes(scope: Scope, group: RuleGroup): readonly Scope[] {
  const given = occurrencesOf(scope.answers, group.key);
  const least = group.isRepeatable ? group.min : 1;
  return Array.from(
    { length: Math.max(given.length, least) },
    (_, index): Scope => {
      const occurrence = given[index];
      const answers = isGroupAnswer(occurrence) ? occurrence : {};
      return {
        elements: group.elements,
        answers,
        path: occurrencePath(scope.path, group.key, index),
        isPresent: scope.isPresent && (index < group.min || !isBlank(answers)),
        inside: { group, scope },
        root: scope.root,
        facts: new Map(),
      };
    },
  );
}
