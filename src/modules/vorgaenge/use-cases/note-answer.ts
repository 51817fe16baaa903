import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { lockVorgangOfSubmission } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";

/**
 * The applicant wrote, in the caller's transaction: an open question counts as answered and work goes on; whatever else they write
 * leaves the state alone. `moved`: another authority has the Vorgang now, and nothing may be stored here. Both are unread for the office. The words stay where they were written. Fits as a listener of the Postfach,
 * which records who wrote.
 */
export async function noteAnswer(
  context: Context,
  db: Db,
  { submissionId }: { readonly submissionId: string },
): Promise<"moved" | undefined> {
  const { tenantId } = context;
  const vorgang = await lockVorgangOfSubmission(db, tenantId, submissionId);
  if (!vorgang) return undefined;
  if (vorgang.handedTo !== undefined) return "moved";
  const kind =
    vorgang.state === "question" ? "answered" : "note-from-applicant";
  await appendEvent(context, db, {
    vorgang,
    happening: { step: { kind }, encryptedNote: undefined },
  });
  return undefined;
}
