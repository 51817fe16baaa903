import type { Db } from "../../../platform/database/database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { NewVorgang } from "../domain/vorgang.ts";
import { insertVorgang } from "../store/vorgang-store.ts";

/**
 * Opens the Vorgang of a submission in the caller's transaction: both are there or neither. One statement. Idempotent by
 * `submissionId`: a second call writes nothing and returns undefined.
 */
export async function openVorgang(
  context: Context,
  db: Db,
  vorgang: NewVorgang,
): Promise<string | undefined> {
  const id = newId(context.now.getTime());
  const isOpened = await insertVorgang(db, context.tenantId, {
    id,
    ...vorgang,
  });
  return isOpened ? id : undefined;
}
