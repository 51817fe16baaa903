import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { noteSentJob } from "../domain/note-sent-job.ts";
import type { NoteSentFor } from "../ports.ts";
import { noteSent } from "../use-cases/note-sent.ts";

const payloadSchema = z.object({ submissionId: z.string() });

/** Lets both sides see what was sent for another. */
export function noteSentHandler(noteSentFor: NoteSentFor): JobHandler {
  return {
    name: noteSentJob,
    maxAttempts: 10,
    timeoutMs: 30_000,
    run: async ({ context, payload }) => {
      const { submissionId } = payloadSchema.parse(payload);
      await noteSent(context, submissionId, noteSentFor);
      return { kind: "done" };
    },
  };
}
