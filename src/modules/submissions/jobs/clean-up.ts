import type { JobHandler } from "../../../shell/worker/job.ts";
import { cleanUpJob } from "../domain/clean-up-job.ts";
import { removeExpiredUploads } from "../use-cases/discard-upload.ts";
import { removeExpiredDrafts } from "../use-cases/remove-expired-drafts.ts";
import { enqueueScan, type UploadPorts } from "../use-cases/scan-file.ts";
import {
  removeForgottenFiles,
  type FileKeeping,
} from "../use-cases/remove-forgotten-files.ts";

/** Removes expired drafts and uploads in batches until none is left, then files that no row knows; has scanned what was not. */
export function cleanUpHandler(ports: UploadPorts & FileKeeping): JobHandler {
  return {
    name: cleanUpJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      const { files, scanner } = ports;
      while (
        (await removeExpiredDrafts(context, files)) > 0 ||
        (await removeExpiredUploads(context, ports)) > 0
      ) {
        if (signal.aborted)
          return { kind: "retry", reason: "more-left", afterMs: 0 };
      }
      if (scanner) await context.transaction((db) => enqueueScan(db));
      await removeForgottenFiles(context, ports, signal);
      return { kind: "done" };
    },
  };
}
