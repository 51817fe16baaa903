import type { FileStore } from "../../../platform/files/file-store.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { removeExpiredDrafts } from "../use-cases/remove-expired-drafts.ts";

/** Name of the job that removes what is past its term; the worker enqueues it for each tenant every hour. */
export const cleanUpJob = "submissions.clean-up";

/** Removes expired drafts in batches until none is left. */
export function cleanUpHandler(files: FileStore): JobHandler {
  return {
    name: cleanUpJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      while (!signal.aborted) {
        if ((await removeExpiredDrafts(context, files)) === 0)
          return { kind: "done" };
      }
      return { kind: "retry", reason: "more-left", afterMs: 0 };
    },
  };
}
