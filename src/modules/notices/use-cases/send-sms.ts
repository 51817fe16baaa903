import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type {
  SmsGateway,
  SmsOutcome,
} from "../../../platform/sms/sms-gateway.ts";
import { smsPurpose } from "../domain/sms.ts";
import { findSmsForUpdate, finishSms } from "../store/sms-store.ts";

const contentSchema = z.object({ to: z.string(), text: z.string() });

/** Hands a short message over. Locked meanwhile; the gateway knows a repeated one by its id. Without a gateway it is kept. */
export function sendSms(
  context: Context,
  {
    smsId,
    gateway,
    signal,
    isLast,
  }: {
    readonly smsId: string;
    readonly gateway: SmsGateway | undefined;
    readonly signal: AbortSignal;
    readonly isLast: boolean;
  },
): Promise<SmsOutcome> {
  const { tenantId, cipher } = context;
  return context.transaction(async (db) => {
    const sms = await findSmsForUpdate(db, tenantId, smsId);
    if (!sms?.content || sms.state !== "waiting") return { kind: "sent" };
    if (!gateway) {
      await finishSms(db, tenantId, { id: smsId, state: "kept" });
      return { kind: "sent" };
    }
    const plain = await cipher.decrypt(sms.content, smsPurpose(smsId));
    const content = contentSchema.parse(JSON.parse(plain.toString("utf8")));
    const outcome = await gateway.send({ id: smsId, ...content }, signal);
    if (outcome.kind === "sent")
      await finishSms(db, tenantId, { id: smsId, state: "sent" });
    else if (outcome.kind === "refused" || isLast)
      await finishSms(db, tenantId, {
        id: smsId,
        state: "failed",
        reason: outcome.reason,
      });
    return outcome;
  });
}
