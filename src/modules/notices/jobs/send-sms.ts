import { z } from "zod";
import type { JobHandler, JobOutcome } from "../../../shell/worker/job.ts";
import type { SmsGateway } from "../../../platform/sms/sms-gateway.ts";
import { sendSmsJob } from "../domain/sms.ts";
import { sendSms } from "../use-cases/send-sms.ts";

const payloadSchema = z.object({ smsId: z.string() });
const maxAttempts = 8;

/** Hands one short message to the gateway. */
export function sendSmsHandler(gateway: SmsGateway | undefined): JobHandler {
  return {
    name: sendSmsJob,
    maxAttempts,
    timeoutMs: 30_000,
    run: async ({ context, payload, attempt, signal }): Promise<JobOutcome> => {
      const { smsId } = payloadSchema.parse(payload);
      const outcome = await sendSms(context, {
        smsId,
        gateway,
        signal,
        isLast: attempt >= maxAttempts,
      });
      return outcome.kind === "unavailable"
        ? { kind: "retry", reason: outcome.reason }
        : { kind: "done" };
    },
  };
}
