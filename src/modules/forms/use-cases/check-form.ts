import type { FreeTextRule } from "../domain/form-definition.ts";
import type { OverlayFinding } from "../domain/overlay/finding.ts";
import { analyseRules } from "../rules/analysis/analyse-rules.ts";
import type { RuleFinding } from "../rules/analysis/finding.ts";
import { runExamples, type ExamplesReport } from "../rules/run-examples.ts";
import type { Refinement } from "./refine-form.ts";

/** What speaks for and against publishing a form. */
export type FormReport = {
  /** Where overlays do not fit. */
  readonly findings: readonly OverlayFinding[];
  /** Where rules contradict themselves or each other. */
  readonly ruleFindings: readonly RuleFinding[];
  readonly examples: ExamplesReport;
  /** Rules in free German that nothing applies yet. */
  readonly untranslatedRules: readonly FreeTextRule[];
  /** No error, and every example gives what its author expects. */
  readonly isPublishable: boolean;
};

/** Looks a form over before it is published; `today` stands for the day somebody fills it in. */
export function checkForm(
  {
    definition,
    findings,
    examples,
  }: Pick<Refinement, "definition" | "findings" | "examples">,
  today: string,
): FormReport {
  const ruleFindings = analyseRules(definition, { today });
  const tried = runExamples(definition, examples, { today });
  return {
    findings,
    ruleFindings,
    examples: tried,
    untranslatedRules: definition.untranslatedRules,
    isPublishable:
      [...findings, ...ruleFindings].every(
        ({ severity }) => severity !== "error",
      ) && tried.results.every(({ differences }) => differences.length === 0),
  };
}
