import type { Context } from "../../../platform/context/context.ts";
import { listHandOvers } from "../store/hand-over-store.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";

/**
 * The authority that has a submission now, where this one has handed it over; undefined as long as it lies here. The caller has checked whose it
 * is.
 */
export async function findSuccessor(
  context: Context,
  submissionId: string,
): Promise<{ readonly tenantId: string; readonly name: string } | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const vorgang = await findVorgangOfSubmission(db, tenantId, submissionId);
    if (vorgang?.handedTo === undefined) return undefined;
    const last = (await listHandOvers(db, tenantId, vorgang.id)).at(-1);
    return last && { tenantId: last.toTenantId, name: last.toName };
  });
}
