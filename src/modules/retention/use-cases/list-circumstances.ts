import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Circumstances } from "../domain/standing.ts";
import type { RetentionPorts } from "../ports.ts";
import { listOwnCircumstances } from "../store/circumstance-store.ts";

type Known = { readonly id: string; readonly submissionId: string };

/** What is known of these Vorgänge besides their terms. */
export async function listCircumstances(
  context: Context,
  db: Db,
  {
    vorgaenge,
    listUnderway,
  }: {
    readonly vorgaenge: readonly Known[];
    readonly listUnderway: RetentionPorts["listUnderway"];
  },
): Promise<(vorgang: Known) => Circumstances> {
  const ids = vorgaenge.map(({ id }) => id);
  const submissionIds = vorgaenge.map(({ submissionId }) => submissionId);
  const [ownOf, underway] = await Promise.all([
    listOwnCircumstances(db, context.tenantId, ids),
    listUnderway(context, db, submissionIds),
  ]);
  return ({ id, submissionId }) => ({
    ...ownOf(id),
    isUnderway: underway.includes(submissionId),
  });
}
