import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { releaseJob } from "../domain/bescheide-jobs.ts";
import type { BescheidePorts } from "../ports.ts";
import { finishRelease } from "../use-cases/finish-release.ts";

const payload = z.object({ bescheidId: z.uuid() });
const minuteMs = 60_000;

/** Tries for days, for a seal service may be away that long; what it refuses is shown to whoever releases, and tried once an hour. */
export function releaseHandler(ports: BescheidePorts): JobHandler {
  return {
    name: releaseJob,
    maxAttempts: 200,
    timeoutMs: 120_000,
    run: async ({ context, payload: given, attempt, signal }) => {
      const { bescheidId } = payload.parse(given);
      const done = await finishRelease(
        context,
        { id: bescheidId, signal },
        ports,
      );
      if (done.ok) return { kind: "done" };
      const { refusal } = done;
      switch (refusal.kind) {
        case "not-found":
        case "not-decided":
          return { kind: "done" };
        case "refused":
          return {
            kind: "retry",
            afterMs: 60 * minuteMs,
            reason: refusal.reason,
          };
        case "unavailable":
          return {
            kind: "retry",
            afterMs: Math.min(attempt, 30) * minuteMs,
            reason: refusal.reason,
          };
      }
    },
  };
}
