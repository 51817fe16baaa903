import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { findReceiptByReference } from "../store/submission-store.ts";

/** Id of what was sent under a number, as it is stored; undefined where there is no such thing here. */
export async function findByReference(
  { tenantId }: Context,
  db: Db,
  reference: string,
): Promise<string | undefined> {
  return (await findReceiptByReference(db, tenantId, reference))?.id;
}
