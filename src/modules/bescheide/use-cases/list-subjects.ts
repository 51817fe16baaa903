import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { AuditSubject } from "../../audit/index.ts";
import { listIdsOfVorgang } from "../store/bescheid-store.ts";

/** What the log of who did what may name of the Bescheide of a Vorgang, discarded ones too. */
export async function listSubjectsOfBescheide(
  { tenantId }: Context,
  db: Db,
  vorgangId: string,
): Promise<readonly AuditSubject[]> {
  const ids = await listIdsOfVorgang(db, tenantId, vorgangId);
  return ids.map((id) => ({ kind: "bescheid", id }));
}
