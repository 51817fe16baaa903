import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { followDeliveryJob } from "../domain/follow-job.ts";
import {
  followDelivery,
  type FollowPorts,
} from "../use-cases/follow-delivery.ts";

const payload = z.object({
  deliveryId: z.uuid(),
  /** Somebody rang: asked once more, beside the question that is repeated. */
  once: z.literal(1).optional(),
});

/** Asks for the answer to an accepted delivery until there is one. */
export function followJob(ports: FollowPorts): JobHandler {
  return {
    name: followDeliveryJob,
    maxAttempts: 100_000,
    timeoutMs: 90_000,
    run: async ({ context, payload: given, signal }) => {
      const { deliveryId, once } = payload.parse(given);
      const input = { deliveryId, signal };
      const afterMs = await followDelivery(context, input, ports);
      return afterMs === undefined || once === 1
        ? { kind: "done" }
        : { kind: "retry", afterMs, reason: "no-answer-yet" };
    },
  };
}
