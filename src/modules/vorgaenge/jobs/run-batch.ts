import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { batchJob } from "../domain/queue-jobs.ts";
import type { VorgaengePorts } from "../ports.ts";
import { runBatch } from "../use-cases/run-batch.ts";

const payloadSchema = z.object({ batchId: z.string() });

/** Works off a batch; one that was stopped goes on where it was. */
export function runBatchHandler(ports: VorgaengePorts): JobHandler {
  return {
    name: batchJob,
    maxAttempts: 10,
    timeoutMs: 300_000,
    run: async ({ context, payload, signal }) => {
      const { batchId } = payloadSchema.parse(payload);
      const place = await ports.authorities.find(context.tenantId);
      const outcome = await runBatch(context, batchId, {
        ports,
        place,
        signal,
      });
      return outcome === "done"
        ? { kind: "done" }
        : { kind: "retry", reason: "stopped" };
    },
  };
}
