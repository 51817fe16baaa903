import type { Db } from "../../../platform/database/database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import { dueOn, readClock } from "../domain/clock.ts";
import { searchVersion } from "../domain/search-words.ts";
import type { NewVorgang } from "../domain/vorgang.ts";
import { saveDueDay } from "../store/clock-store.ts";
import { insertVorgang } from "../store/vorgang-store.ts";
import { hashTexts } from "./search-index.ts";

/**
 * Opens the Vorgang of a submission in the caller's transaction, with the words it is found by: all are there or nothing. One statement, two where the
 * office has set how long it may take.
 * Idempotent by `submissionId`: a second call writes nothing. Fits as a listener of submissions.
 */
export async function openVorgang(
  context: Context,
  db: Db,
  vorgang: NewVorgang,
): Promise<void> {
  const id = newId(context.now.getTime());
  const searchWords = await hashTexts(context, vorgang.searchTexts);
  const { tenantId } = context;
  const receivedAt = vorgang.receivedAt ?? vorgang.submittedAt;
  const rule = await insertVorgang(db, tenantId, {
    id,
    ...vorgang,
    receivedAt,
    searchWords,
    searchVersion,
  });
  if (!rule) return;
  const { arrivedAt: at = receivedAt } = vorgang;
  const received = { kind: "received", at } as const;
  await saveDueDay(db, tenantId, {
    id,
    dueOn: dueOn(readClock([received], rule)),
  });
}
