import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { ListSimilar } from "../ports.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";

/** Vorgänge of the same person and Leistung that the caller may open, the newest first. */
export async function listSimilarVorgaenge(
  context: Context,
  submissionId: string,
  listSimilar: ListSimilar,
): Promise<readonly Vorgang[]> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return [];
  const submissionIds = await listSimilar(context, submissionId);
  if (submissionIds.length === 0) return [];
  const { hiddenSlugs } = await findWorkScope(context);
  const found = await context.read((db) =>
    Promise.all(
      submissionIds.map((id) => findVorgangOfSubmission(db, tenantId, id)),
    ),
  );
  return found
    .filter((vorgang) => vorgang !== undefined)
    .filter(({ leistungSlug }) => !hiddenSlugs.includes(leistungSlug));
}
