import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { noteSentJob } from "../domain/note-sent-job.ts";
import type { NoteSentFor } from "../ports.ts";
import { findSubmission } from "../store/submission-store.ts";

const payloadSchema = z.object({ submissionId: z.string() });

/** Writes down for both sides what was sent for another. Accounts belong to another tenant than the submission, so one transaction cannot hold both. */
export function noteSentHandler(noteSentFor: NoteSentFor): JobHandler {
  return {
    name: noteSentJob,
    maxAttempts: 10,
    timeoutMs: 30_000,
    run: async ({ context, payload }) => {
      const { tenantId } = context;
      const { submissionId } = payloadSchema.parse(payload);
      const sent = await context.transaction((db) =>
        findSubmission(db, tenantId, submissionId),
      );
      // Both ids go when the account was deleted in between; then nobody is left to be told.
      if (sent?.owner_id && sent.acting_account_id)
        await noteSentFor({
          submissionId,
          accountId: sent.acting_account_id,
          partyId: sent.owner_id,
          tenantId,
          leistungTitle: sent.leistung_title,
        });
      return { kind: "done" };
    },
  };
}
