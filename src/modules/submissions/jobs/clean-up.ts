import type { FileStore } from "../../../platform/files/file-store.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { cleanUpJob } from "../domain/clean-up-job.ts";
import { removeExpiredDrafts } from "../use-cases/remove-expired-drafts.ts";
import { removeForgottenFiles } from "../use-cases/remove-forgotten-files.ts";

/** Removes expired drafts in batches until none is left, then files that no row knows. */
export function cleanUpHandler(files: FileStore): JobHandler {
  return {
    name: cleanUpJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      while ((await removeExpiredDrafts(context, files)) > 0) {
        if (signal.aborted)
          return { kind: "retry", reason: "more-left", afterMs: 0 };
      }
      await removeForgottenFiles(context, files, signal);
      return { kind: "done" };
    },
  };
}
