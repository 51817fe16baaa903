import { z } from "zod";
import type { JobHandler, JobOutcome } from "../../../shell/worker/job.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";
import type { NextStep } from "../domain/next-step.ts";
import {
  attemptDelivery,
  attemptTimeoutMs,
  type DeliveryPorts,
} from "../use-cases/attempt-delivery.ts";

const payload = z.object({ deliveryId: z.uuid() });

/** Tries one delivery and tells the queue when to try again. The queue's own limit is far above the delivery's. */
export function deliverJob(ports: DeliveryPorts): JobHandler {
  return {
    name: deliverJobName,
    maxAttempts: 1000,
    timeoutMs: attemptTimeoutMs + 30_000,
    run: async ({ context, payload: given, signal }) => {
      const { deliveryId } = payload.parse(given);
      return outcomeOf(
        await attemptDelivery(context, { deliveryId, signal }, ports),
      );
    },
  };
}

function outcomeOf(step: NextStep | undefined): JobOutcome {
  switch (step?.state) {
    case "waiting":
      return { kind: "retry", afterMs: step.afterMs, reason: step.reason };
    case "dead":
      return { kind: "dead", reason: step.reason };
    // Rejected is settled for the queue: sending again by itself would not help, the page shows it to a person.
    case "rejected":
    case "delivered":
    case "accepted":
    case undefined:
      return { kind: "done" };
  }
}
