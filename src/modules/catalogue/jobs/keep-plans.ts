import type { JobHandler } from "../../../shell/worker/job.ts";
import { keepPlansJob } from "../domain/editing/publish-planned-job.ts";
import { keepPlans } from "../use-cases/editing/plan-publication.ts";

/** Sees to it that each plan has its job. Enqueued every hour. */
export function keepPlansHandler(): JobHandler {
  return {
    name: keepPlansJob,
    maxAttempts: 3,
    timeoutMs: 60_000,
    run: async ({ context }) => {
      await keepPlans(context);
      return { kind: "done" };
    },
  };
}
