import type { Context } from "../../../platform/context/context.ts";
import type { NoteSentFor } from "../ports.ts";
import { findSubmission } from "../store/submission-store.ts";

/**
 * Writes down for both sides what was sent for another. Done later, because accounts belong to another tenant than the submission, so one
 * transaction cannot hold both. Nothing when the account was deleted in between: nobody is left to be told.
 */
export async function noteSent(
  context: Context,
  submissionId: string,
  noteSentFor: NoteSentFor,
): Promise<void> {
  const { tenantId } = context;
  const sent = await context.transaction((db) =>
    findSubmission(db, tenantId, submissionId),
  );
  if (!sent?.owner_id || !sent.acting_account_id) return;
  await noteSentFor({
    submissionId,
    accountId: sent.acting_account_id,
    partyId: sent.owner_id,
    tenantId,
    leistungTitle: sent.leistung_title,
  });
}
