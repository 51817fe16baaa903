import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { redateJob, watchClocksJob } from "../domain/clock-jobs.ts";
import type { VorgaengePorts } from "../ports.ts";
import { redate } from "../use-cases/clock-rules.ts";
import { watchClocks } from "../use-cases/watch-clocks.ts";

/** Looks after what is due. */
export function watchClocksHandler(
  ports: Pick<VorgaengePorts, "authorities" | "tellApplicantOf">,
): JobHandler {
  return {
    name: watchClocksJob,
    maxAttempts: 5,
    timeoutMs: 300_000,
    run: async ({ context }) => {
      await watchClocks(context, ports);
      return { kind: "done" };
    },
  };
}

const payloadSchema = z.object({ leistungSlug: z.string() });

/** Computes the due days of a Leistung anew. */
export const redateHandler: JobHandler = {
  name: redateJob,
  maxAttempts: 5,
  timeoutMs: 300_000,
  run: async ({ context, payload }) => {
    await redate(context, payloadSchema.parse(payload).leistungSlug);
    return { kind: "done" };
  },
};
