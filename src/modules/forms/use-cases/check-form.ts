import type { FreeTextRule } from "../domain/form-definition.ts";
import type { OverlayFinding } from "../domain/overlay/finding.ts";
import type { Refinement } from "./refine-form.ts";

/** What speaks for and against publishing a form. */
export type FormReport = {
  readonly findings: readonly OverlayFinding[];
  /** Rules in free German that nothing applies yet. */
  readonly untranslatedRules: readonly FreeTextRule[];
  readonly isPublishable: boolean;
};

/** Looks a form over before it is published. */
export function checkForm({
  definition,
  findings,
}: Pick<Refinement, "definition" | "findings" | "examples">): FormReport {
  return {
    findings,
    untranslatedRules: definition.untranslatedRules,
    isPublishable: findings.every(({ severity }) => severity !== "error"),
  };
}
