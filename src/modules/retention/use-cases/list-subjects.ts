import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { AuditSubject } from "../../audit/index.ts";
import { listProofs } from "../store/proof-store.ts";

/** More than one only where a Vorgang came from another authority and was deleted at both of one tenant. */
const most = 10;

/** The proofs of deletion under a number, as the log of who did what names them. */
export async function listSubjectsOfProofs(
  { tenantId }: Context,
  db: Db,
  reference: string,
): Promise<readonly AuditSubject[]> {
  const wanted = { reference, before: undefined, limit: most };
  const proofs = await listProofs(db, tenantId, wanted);
  return proofs.map(({ id }) => ({ kind: "proof", id }));
}
