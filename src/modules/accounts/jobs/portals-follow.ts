import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { portalsFollowJob } from "../domain/account-jobs.ts";
import type { PortalKeeper } from "../ports.ts";

const payloadSchema = z.object({ from: z.uuid(), to: z.uuid().optional() });

export type PortalsFollowPorts = {
  readonly portalKeepers: readonly PortalKeeper[];
  /** One context for each portal. */
  readonly portalContexts: () => Promise<readonly Context[]>;
};

/** In each portal: what belonged to an account becomes another's, or goes with it. Doing it twice changes nothing. */
export function portalsFollowHandler({
  portalKeepers,
  portalContexts,
}: PortalsFollowPorts): JobHandler {
  return {
    name: portalsFollowJob,
    maxAttempts: 20,
    timeoutMs: 300_000,
    run: async ({ payload, signal }) => {
      const { from, to } = payloadSchema.parse(payload);
      for (const context of await portalContexts()) {
        signal.throwIfAborted();
        for (const keeper of portalKeepers)
          await (to === undefined
            ? keeper.remove(context, from)
            : keeper.moveTo(context, { from, to }));
      }
      return { kind: "done" };
    },
  };
}
