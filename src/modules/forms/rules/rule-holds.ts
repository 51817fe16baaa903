import type { Answers } from "../domain/answers.ts";
import type { FormDefinition, Rule } from "../domain/form-definition.ts";
import { compileForm, compileRule } from "./compile-form.ts";
import { ruleResults } from "./engine/rule-results.ts";
import type { RuleTime } from "./engine/scope.ts";

/**
 * Whether a rule over the answers of a form holds, in its language (CEL); undefined where it cannot be said: what it asks about was not
 * answered, is not in the form, or the rule cannot be read.
 */
export function ruleHolds(
  definition: FormDefinition,
  answers: Answers,
  { rule, today }: { readonly rule: Rule } & Pick<RuleTime, "today">,
): boolean | undefined {
  const placed = { rule: compileRule(rule), parents: [] };
  const [result] = ruleResults(compileForm(definition), answers, {
    placed,
    today,
  });
  return typeof result === "boolean" ? result : undefined;
}
