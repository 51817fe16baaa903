import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { pollAllJob, pollEveryMs, pollSourceJob } from "../domain/arrival.ts";
import { pollSource, type PollPorts } from "../use-cases/poll-source.ts";
import { wakeAll } from "../use-cases/ring.ts";

const payload = z.object({ sourceId: z.uuid() });

/** Asks one source and takes what waits. A fault of ours ends it; the next round begins anew. */
export function pollJob(ports: PollPorts): JobHandler {
  return {
    name: pollSourceJob,
    maxAttempts: 3,
    timeoutMs: 10 * 60_000,
    run: async ({ context, payload: given, signal }) => {
      const { sourceId } = payload.parse(given);
      const afterMs = await pollSource(context, { sourceId, signal }, ports);
      return afterMs === undefined
        ? { kind: "done" }
        : { kind: "retry", afterMs, reason: "asked-to-wait" };
    },
  };
}

/** Wakes the sources of a tenant every few minutes as long as there are any; the hour begins it again. */
export function pollAll(): JobHandler {
  return {
    name: pollAllJob,
    maxAttempts: 1_000_000,
    timeoutMs: 60_000,
    run: async ({ context }) =>
      (await wakeAll(context)) === 0
        ? { kind: "done" }
        : { kind: "retry", afterMs: pollEveryMs, reason: "next-round" },
  };
}
