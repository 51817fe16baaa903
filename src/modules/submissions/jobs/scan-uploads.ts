import type { JobHandler } from "../../../shell/worker/job.ts";
import { scanUploadsJob } from "../domain/scan-uploads-job.ts";
import type { UploadPorts } from "../use-cases/scan-file.ts";
import { scanUploads } from "../use-cases/scan-uploads.ts";

const minuteMs = 60_000;

/** Asks the scanner every minute until it has said something of each file; after half a day without it the operator is told. */
export function scanUploadsHandler(ports: UploadPorts): JobHandler {
  return {
    name: scanUploadsJob,
    maxAttempts: 720,
    timeoutMs: 10 * minuteMs,
    run: async ({ context, signal }) =>
      (await scanUploads(context, ports, signal))
        ? { kind: "done" }
        : { kind: "retry", reason: "not-scanned", afterMs: minuteMs },
  };
}
