import type { JobHandler } from "../../../shell/worker/job.ts";
import { watchDeliveriesJob } from "../domain/watch-job.ts";
import {
  watchDeliveries,
  type EscalationPorts,
} from "../use-cases/watch-deliveries.ts";

/** Looks after the destinations of a tenant. */
export function watchJob(ports: EscalationPorts): JobHandler {
  return {
    name: watchDeliveriesJob,
    maxAttempts: 3,
    timeoutMs: 5 * 60_000,
    run: async ({ context }) => {
      await watchDeliveries(context, ports);
      return { kind: "done" };
    },
  };
}
