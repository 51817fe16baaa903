import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { indexSearchJob } from "../domain/queue-jobs.ts";
import type { SubmissionReader } from "../ports.ts";
import { indexOlderVorgaenge } from "../use-cases/search-index.ts";

/** Makes the words of older Vorgänge, a share each time, and goes on with another job. */
export function indexSearchHandler(submissions: SubmissionReader): JobHandler {
  return {
    name: indexSearchJob,
    maxAttempts: 5,
    timeoutMs: 120_000,
    run: async ({ context }) => {
      if (await indexOlderVorgaenge(context, submissions))
        await context.transaction((db) => enqueueForTenant(db, indexSearchJob));
      return { kind: "done" };
    },
  };
}
