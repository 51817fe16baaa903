import type { JobHandler } from "../../../shell/worker/job.ts";
import { tidyStaffJob } from "../domain/staff-jobs.ts";
import { tidySessions } from "../use-cases/tidy-sessions.ts";

/** Removes sessions of one authority that have ended. */
export function tidyHandler(): JobHandler {
  return {
    name: tidyStaffJob,
    maxAttempts: 5,
    timeoutMs: 30_000,
    run: async ({ context }) => {
      await tidySessions(context);
      return { kind: "done" };
    },
  };
}
