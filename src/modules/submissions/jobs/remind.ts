import type { JobHandler } from "../../../shell/worker/job.ts";
import { remindJob } from "../domain/remind-job.ts";
import {
  remindOfDrafts,
  type ReminderPortal,
} from "../use-cases/remind-of-drafts.ts";

/** Mails all reminders that are due, in batches. */
export function remindHandler(
  portalOf: (tenantId: string) => Promise<ReminderPortal | undefined>,
): JobHandler {
  return {
    name: remindJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      const portal = await portalOf(context.tenantId);
      if (!portal) return { kind: "done" };
      while ((await remindOfDrafts(context, portal)) > 0) {
        if (signal.aborted)
          return { kind: "retry", reason: "more-left", afterMs: 0 };
      }
      return { kind: "done" };
    },
  };
}
