import { z } from "zod";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { followUpJob, notifyJob, sumUpJob } from "../domain/postfach-jobs.ts";
import { followUp } from "../use-cases/follow-up.ts";
import { sumUp } from "../use-cases/sum-up.ts";
import { notify, type NoticePorts } from "../use-cases/notify.ts";

const payloadSchema = z.object({ messageId: z.string() });

/** Tells somebody of one message. */
export function notifyHandler(ports: NoticePorts): JobHandler {
  return {
    name: notifyJob,
    maxAttempts: 12,
    timeoutMs: 30_000,
    run: async ({ context, payload }) => {
      await notify(context, ports, payloadSchema.parse(payload).messageId);
      return { kind: "done" };
    },
  };
}

/** Sums up a day's messages. */
export function sumUpHandler(ports: NoticePorts): JobHandler {
  return {
    name: sumUpJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context }) => {
      await sumUp(context, ports);
      return { kind: "done" };
    },
  };
}

/** Reminds of Bescheide and has them posted. */
export function followUpHandler(ports: NoticePorts): JobHandler {
  return {
    name: followUpJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context }) => {
      await followUp(context, ports);
      return { kind: "done" };
    },
  };
}
