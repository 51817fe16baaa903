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

/** Tries one delivery and tells the queue when to try again. When it is enough, the delivery knows, not the queue. */
export function deliverJob(ports: DeliveryPorts): JobHandler {
  return {
    name: deliverJobName,
    maxAttempts: 100_000,
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
    // Settled for the queue: the pages of deliveries show them to a person, who sends again.
    case "dead":
    case "rejected":
    case "delivered":
    case "accepted":
    case undefined:
      return { kind: "done" };
  }
}
