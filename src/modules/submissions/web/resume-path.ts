import { validateAll } from "../../forms/index.ts";
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
  const index = definition.pages.findIndex(({ key }) => open.has(key));
  return antragPath(
    leistungSlug,
    index === -1 ? "/pruefen" : `/schritt/${String(index + 1)}`,
  );
}
