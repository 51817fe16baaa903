import type { JobHandler } from "../../../shell/worker/job.ts";
import { scanDocumentsJob } from "../domain/postfach-jobs.ts";
import type { PostfachPorts } from "../ports.ts";
import { scanDocuments } from "../use-cases/scan-documents.ts";

/** Asks the scanner again about files it could not answer for. */
export function scanDocumentsHandler(
  ports: Pick<PostfachPorts, "files" | "scanner">,
): JobHandler {
  return {
    name: scanDocumentsJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context }) => {
      await scanDocuments(context, ports);
      return { kind: "done" };
    },
  };
}
