import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import {
  cleanUpFederationJob,
  probeProvidersJob,
} from "../domain/federation-jobs.ts";
import type { FederationPorts } from "../ports.ts";
import { cleanUp } from "../use-cases/clean-up.ts";
import { probeProviders } from "../use-cases/watch-health.ts";

const minuteMs = 60_000;

/** Asks all providers, and again in a minute as long as there are any. */
export function probeHandler(ports: FederationPorts): JobHandler {
  return {
    name: probeProvidersJob,
    maxAttempts: 3,
    timeoutMs: minuteMs,
    run: async ({ context }) => {
      if ((await probeProviders(context, ports)) > 0)
        await context.transaction((db) =>
          enqueueForTenant(
            db,
            probeProvidersJob,
            new Date(context.now.getTime() + minuteMs),
          ),
        );
      return { kind: "done" };
    },
  };
}

/** Removes attempts and marks whose time is over. */
export const cleanUpHandler: JobHandler = {
  name: cleanUpFederationJob,
  maxAttempts: 5,
  timeoutMs: minuteMs,
  run: async ({ context }) => {
    await cleanUp(context);
    return { kind: "done" };
  },
};
