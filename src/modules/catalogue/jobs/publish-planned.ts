import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { publishPlannedJob } from "../domain/editing/publish-planned-job.ts";
import type { EditorNotices } from "../use-cases/editing/editor-notices.ts";
import { publishPlanned } from "../use-cases/editing/plan-publication.ts";

const payload = z.object({ leistungId: z.uuid(), planId: z.uuid() });

/** Publishes a Leistung at the moment that was planned. */
export function publishPlannedHandler(
  notices: EditorNotices | undefined,
): JobHandler {
  return {
    name: publishPlannedJob,
    maxAttempts: 20,
    timeoutMs: 30_000,
    run: async ({ context, payload: given }) => {
      const afterMs = await publishPlanned(
        context,
        payload.parse(given),
        notices,
      );
      return afterMs > 0
        ? { kind: "retry", afterMs, reason: "too-early" }
        : { kind: "done" };
    },
  };
}
