import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { endMandateJob } from "../domain/jobs.ts";
import { stopExpiredMandate } from "../use-cases/end-mandate.ts";

const payloadSchema = z.object({ mandateId: z.string() });

/** Stops sessions that act by a mandate whose last day is over. */
export function endMandateHandler(): JobHandler {
  return {
    name: endMandateJob,
    maxAttempts: 10,
    timeoutMs: 30_000,
    run: async ({ context, payload }) => {
      const { mandateId } = payloadSchema.parse(payload);
      await stopExpiredMandate(context, mandateId);
      return { kind: "done" };
    },
  };
}
