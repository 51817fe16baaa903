import type { Answers } from "../../domain/answers.ts";
import { occurrencesOf } from "../../domain/answers.ts";
import type { Precheck } from "../../domain/form-definition.ts";
import { compileRule, toRuleElement } from "../compile-form.ts";
import type { Expression } from "../engine/expression.ts";
import type { RuleForm } from "../engine/rule-form.ts";
import { ruleResults } from "../engine/rule-results.ts";
import type { RuleQuestion } from "./analyse-rule.ts";
import { candidatesFor } from "./candidates.ts";
import type { RuleFinding } from "./finding.ts";
import { isListed, type FormIndex } from "./form-index.ts";
import { involvedIn } from "./involved.ts";
import { tryAnswers, type Trial, type TrialNode } from "./search.ts";

/** Outcomes nobody can come to, and answers that come to none. */
export function analysePrecheck(
  precheck: Precheck,
  index: FormIndex,
  about: Pick<RuleQuestion, "parse" | "today">,
): RuleFinding[] {
  const rules = precheck.outcomes.map(({ when }) => compileRule(when));
  const trial = trialOf(rules, index, about);
  const form: RuleForm = {
    pages: [
      { key: "precheck", elements: precheck.questions.map(toRuleElement) },
    ],
    checks: [],
  };
  const outcomeOf = (answers: Answers) =>
    rules.findIndex((rule) => {
      const placed = { rule, parents: [] };
      const [result] = ruleResults(form, answers, {
        placed,
        today: about.today,
      });
      return result === true;
    });
  const unreachable = rules.flatMap((_, position) => {
    const result = tryAnswers({
      ...trial,
      results: (answers) => [outcomeOf(answers) === position],
    });
    if (result.wasTrue) return [];
    const code = result.isAll ? "outcome-unreachable" : "not-analysed";
    return [finding(code, position)];
  });
  const none = tryAnswers({
    ...trial,
    results: (answers) =>
      areAllAnswered(trial.roots, answers) ? [outcomeOf(answers) === -1] : [],
  });
  return none.wasTrue ? [...unreachable, noOutcome] : unreachable;
}

function trialOf(
  rules: readonly Expression[],
  index: FormIndex,
  { parse, today }: Pick<RuleQuestion, "parse" | "today">,
): Omit<Trial, "results"> {
  const involved = involvedIn({
    index,
    parse,
    rules: rules.map((rule) => ({ rule, scope: undefined })),
    nodes: [],
    pages: [],
  });
  const source = {
    comparisons: involved.comparisons,
    others: involved.isPlain ? [] : involved.literals,
    today,
  };
  return {
    isComplete: involved.isPlain,
    roots: index.roots
      .filter((node) => involved.nodes.has(node))
      .map((node) => ({
        node,
        candidates: candidatesFor(node, source),
        isList: isListed(node),
        children: [],
      })),
  };
}

/** One comes to an outcome only with the questions answered that must be. */
function areAllAnswered(
  roots: readonly TrialNode[],
  answers: Answers,
): boolean {
  return roots.every(
    ({ node: { element } }) =>
      element.cardinality.min === 0 ||
      occurrencesOf(answers, element.key).length > 0,
  );
}

const noOutcome: RuleFinding = {
  severity: "error",
  code: "no-outcome",
  place: { kind: "form", at: "" },
  params: {},
};

function finding(
  code: "outcome-unreachable" | "not-analysed",
  position: number,
): RuleFinding {
  return {
    severity: code === "not-analysed" ? "warning" : "error",
    code,
    place: { kind: "outcome", at: String(position + 1) },
    params: {},
  };
}
