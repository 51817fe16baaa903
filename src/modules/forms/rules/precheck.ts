import type { Answers } from "../domain/answers.ts";
import type {
  FormDefinition,
  PrecheckOutcome,
} from "../domain/form-definition.ts";
import { findPage, type ShownPage } from "../domain/shown-pages.ts";
import { compileRule, toRuleElement } from "./compile-form.ts";
import type { RuleForm } from "./engine/rule-form.ts";
import { ruleResults } from "./engine/rule-results.ts";
import type { RuleTime } from "./engine/scope.ts";

export type PrecheckForm = {
  /** A form of one page that asks the questions; to be filled in like any other. */
  readonly definition: FormDefinition;
  readonly page: ShownPage;
};

/** The questions before a form; undefined where it has none. Asked again it gives the same object. */
export function precheckForm(form: FormDefinition): PrecheckForm | undefined {
  if (!form.precheck) return undefined;
  const known = prechecks.get(form);
  if (known) return known;
  const key = "vorab-check";
  const { checks: _checks, ...rest } = form;
  const definition = {
    ...rest,
    pages: [{ key, elements: form.precheck.questions }],
  };
  const page = findPage(definition, key);
  if (!page) return undefined;
  const precheck = { definition, page };
  prechecks.set(form, precheck);
  return precheck;
}

const prechecks = new WeakMap<FormDefinition, PrecheckForm>();

/** What the answers come to: the first outcome whose rule holds. Undefined where none does; then nobody is turned away. */
export function precheckOutcome(
  { precheck }: FormDefinition,
  answers: Answers,
  { today }: RuleTime,
): PrecheckOutcome | undefined {
  if (!precheck) return undefined;
  const form: RuleForm = {
    pages: [
      { key: "vorab-check", elements: precheck.questions.map(toRuleElement) },
    ],
    checks: [],
  };
  return precheck.outcomes.find(({ when }) => {
    const placed = { rule: compileRule(when), parents: [] };
    return ruleResults(form, answers, { placed, today })[0] === true;
  });
}
