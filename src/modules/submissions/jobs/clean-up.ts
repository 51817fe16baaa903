import { cleanUpJob } from "../domain/clean-up-job.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { removeExpiredDrafts } from "../use-cases/remove-expired-drafts.ts";

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
