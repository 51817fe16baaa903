import { z } from "zod";
import { sendMailJob } from "../../platform/mail/mail.ts";
import { readMail } from "../../platform/mail/read-mail.ts";
import {
  findMailForUpdate,
  markMailHeld,
  markMailSent,
} from "../../platform/mail/mail-store.ts";
import type {
  MailOutcome,
  MailTransport,
} from "../../platform/mail/mail-transport.ts";
import type { JobHandler, JobOutcome } from "./job.ts";

const payloadSchema = z.object({ messageId: z.string() });

export type MailJobPorts = {
  /** Undefined: no mail server is set, mail is kept for the operator's page. */
  readonly transport: MailTransport | undefined;
  /** Sender address of the installation. */
  readonly from: string;
};

/**
 * Sends one stored mail. The row is locked while the server is talked to, so two workers never send it together;
 * after a crash in between it may go out twice, with the same Message-ID.
 */
export function sendMailHandler({ transport, from }: MailJobPorts): JobHandler {
  return {
    name: sendMailJob,
    maxAttempts: 12,
    timeoutMs: 60_000,
    run: async ({ context, payload, attempt }) => {
      const { messageId } = payloadSchema.parse(payload);
      return context.transaction(async (db) => {
        const mail = await findMailForUpdate(db, messageId);
        const content = mail && (await readMail(context.cipher, mail));
        if (mail?.state !== "waiting" || !content) return { kind: "done" };
        if (!transport) {
          await markMailHeld(db, messageId, "kept");
          return { kind: "done" };
        }
        const outcome = await transport.send({
          messageId,
          from,
          ...content,
        });
        if (outcome.kind === "sent")
          await markMailSent(db, messageId, new Date());
        // The dead letter stays in the queue; the mail shows why it is still here.
        if (
          outcome.kind === "refused" ||
          (outcome.kind === "unavailable" && attempt >= 12)
        )
          await markMailHeld(db, messageId, "failed");
        return jobOutcome(outcome);
      });
    },
  };
}

function jobOutcome(outcome: MailOutcome): JobOutcome {
  switch (outcome.kind) {
    case "sent":
      return { kind: "done" };
    case "unavailable":
      return { kind: "retry", reason: outcome.reason };
    case "refused":
      return { kind: "dead", reason: outcome.reason };
  }
}
