import { z } from "zod";
import { sendMailJob } from "../../platform/mail/mail.ts";
import { readMail } from "../../platform/mail/read-mail.ts";
import {
  findMailForUpdate,
  markMailHeld,
  markMailSent,
  type StoredMail,
} from "../../platform/mail/mail-store.ts";
import type {
  MailOutcome,
  MailTransport,
} from "../../platform/mail/mail-transport.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import type { JobHandler, JobOutcome } from "./job.ts";

/** Over about an hour: a mail server that is away longer needs a person. */
const maxAttempts = 12;

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
    maxAttempts,
    timeoutMs: 60_000,
    run: async ({ context, payload, attempt, signal }) => {
      const { messageId } = payloadSchema.parse(payload);
      return context.transaction(async (db) => {
        const mail = await findMailForUpdate(db, messageId);
        const content = mail && (await readMail(context.cipher, mail));
        // A failed one is here again because a person sent its dead letter again.
        if (!content || !isToBeSent(mail)) return { kind: "done" };
        if (!transport) {
          await markMailHeld(db, messageId, "kept");
          return { kind: "done" };
        }
        const outcome = await untilAborted(
          transport.send({ messageId, from, ...content }),
          signal,
        );
        if (outcome.kind === "sent")
          await markMailSent(db, messageId, new Date());
        // The dead letter stays in the queue; the mail shows why it is still here.
        if (
          outcome.kind === "refused" ||
          (outcome.kind === "unavailable" && attempt >= maxAttempts)
        )
          await markMailHeld(db, messageId, "failed");
        return jobOutcome(outcome);
      });
    },
  };
}

function isToBeSent({ state }: StoredMail): boolean {
  return state === "waiting" || state === "failed";
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
