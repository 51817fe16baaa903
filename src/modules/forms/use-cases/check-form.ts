import type { FreeTextRule } from "../domain/form-definition.ts";
import type { OverlayFinding } from "../domain/overlay/finding.ts";
import { analyseRules } from "../rules/analysis/analyse-rules.ts";
import type { RuleFinding } from "../rules/analysis/finding.ts";
import type { Refinement } from "./refine-form.ts";

/** What speaks for and against publishing a form. */
export type FormReport = {
  /** Where overlays do not fit. */
  readonly findings: readonly OverlayFinding[];
  /** Where rules contradict themselves or each other. */
  readonly ruleFindings: readonly RuleFinding[];
  /** Rules in free German that nothing applies yet. */
  readonly untranslatedRules: readonly FreeTextRule[];
  readonly isPublishable: boolean;
};

/** Looks a form over before it is published; `today` stands for the day somebody fills it in. */
export function checkForm(
  {
    definition,
    findings,
  }: Pick<Refinement, "definition" | "findings" | "examples">,
  today: string,
): FormReport {
  const ruleFindings = analyseRules(definition, { today });
  return {
    findings,
    ruleFindings,
    untranslatedRules: definition.untranslatedRules,
    isPublishable: [...findings, ...ruleFindings].every(
      ({ severity }) => severity !== "error",
    ),
  };
}
