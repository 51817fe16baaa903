import type { JobHandler } from "../../../shell/worker/job.ts";
import { mirrorJob } from "../domain/postfach-jobs.ts";
import { mirrorMessages, type MirrorPorts } from "../use-cases/mirror.ts";

/** Copies messages to where people have another Postfach; at once, and each hour what did not go through. */
export function mirrorHandler(ports: MirrorPorts): JobHandler {
  return {
    name: mirrorJob,
    maxAttempts: 3,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      await mirrorMessages(context, ports, signal);
      return { kind: "done" };
    },
  };
}
