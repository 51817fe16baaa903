import { validateAll } from "../../forms/index.ts";
import {
  evaluateDraft,
  type EvaluatedDraft,
} from "../use-cases/evaluate-draft.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";

/** Where one goes on with a draft: the first step that still needs something, or the check page when all is there. */
export function resumePath(
  draft: EvaluatedDraft & Pick<Draft, "leistungSlug">,
): string {
  const open = new Set(
    validateAll(evaluateDraft(draft)).map(({ pageKey }) => pageKey),
  );
  const step = listSteps(draft).find(({ formPage }) => open.has(formPage.key));
  return antragPath(
    draft.leistungSlug,
    step ? `/schritt/${String(step.place)}` : "/pruefen",
  );
}
