import type { JobHandler } from "../../../shell/worker/job.ts";
import { retentionJob } from "../domain/retention-jobs.ts";
import type { RetentionPorts } from "../ports.ts";
import { announceDeletions } from "../use-cases/announce-deletions.ts";
import { deleteDue } from "../use-cases/delete-due.ts";

/** Announces what is to be deleted, and deletes what is due. */
export function deleteDueHandler(ports: RetentionPorts): JobHandler {
  return {
    name: retentionJob,
    maxAttempts: 5,
    timeoutMs: 600_000,
    run: async ({ context, signal }) => {
      await announceDeletions(context, ports, signal);
      await deleteDue(context, ports, signal);
      return { kind: "done" };
    },
  };
}
