import { validateAll } from "../../forms/index.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { antragPath } from "./antrag-request.ts";

/** Where one goes on with a draft: the first step that still needs something, or the check page when all is there. */
export function resumePath({
  leistungSlug,
  definition,
  answers,
}: Pick<Draft, "leistungSlug" | "definition" | "answers">): string {
  const open = new Set(
    validateAll(definition, answers).map(({ pageKey }) => pageKey),
  );
  const step = listSteps({ definition, answers }).find(({ formPage }) =>
    open.has(formPage.key),
  );
  return antragPath(
    leistungSlug,
    step ? `/schritt/${String(step.place)}` : "/pruefen",
  );
}
