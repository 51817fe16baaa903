import { z } from "zod";
import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import { composeMail } from "../../platform/mail/compose-mail.ts";
import type { Letterhead } from "../../platform/mail/mail-html.ts";
import { sendMailJob } from "../../platform/mail/mail.ts";
import { readMail, type MailContent } from "../../platform/mail/read-mail.ts";
import {
  findMailForUpdate,
  markMailHeld,
  markMailSent,
  type StoredMail,
} from "../../platform/mail/mail-store.ts";
import {
  domainOf,
  type MailOutcome,
  type MailTransport,
  type OutgoingMail,
} from "../../platform/mail/mail-transport.ts";
import {
  noteUndeliverable,
  type UndeliverableListener,
} from "../../platform/mail/note-undeliverable.ts";
import { returnAddress } from "../../platform/mail/return-address.ts";
import { listWordings } from "../../platform/mail/wording-store.ts";
import { traced } from "../../platform/tracing/span.ts";
import type { JobHandler, JobOutcome } from "./job.ts";

/** Over about an hour: a mail server that is away longer needs a person. */
const maxAttempts = 12;

const payloadSchema = z.object({ messageId: z.string() });

export type MailJobPorts = {
  /** Undefined: no mail server is set, mail is kept for the operator's page. */
  readonly transport: MailTransport | undefined;
  /** Sender address of the installation. */
  readonly from: string;
  /** Of the authority that a mail comes from. */
  readonly letterheadOf: (tenantId: string) => Promise<Letterhead>;
  readonly onUndeliverable: UndeliverableListener;
};

/**
 * Sends one stored mail. The row is locked while the server is talked to, so two workers never send it together;
 * after a crash between the server's answer and the commit it goes out twice, with the same Message-ID and date.
 */
export function sendMailHandler(ports: MailJobPorts): JobHandler {
  return {
    name: sendMailJob,
    maxAttempts,
    timeoutMs: 120_000,
    run: async ({ context, payload, attempt, signal }) => {
      const { messageId } = payloadSchema.parse(payload);
      return context.transaction(async (db) => {
        const mail = await findMailForUpdate(db, messageId);
        const content = mail && (await readMail(context.cipher, mail));
        // A failed one is here again because a person sent its dead letter again.
        if (!content || !isToBeSent(mail)) return { kind: "done" };
        const { transport } = ports;
        if (!transport) {
          await markMailHeld(db, messageId, "kept");
          return { kind: "done" };
        }
        const outgoing = await compose(context, db, { mail, content, ports });
        const outcome = await traced(
          { name: "send mail", kind: "client" },
          () => transport.send(outgoing, signal),
        );
        await note(context, db, { mail, outcome, attempt, ports });
        return jobOutcome(outcome);
      });
    },
  };
}

function isToBeSent({ state }: StoredMail): boolean {
  return state === "waiting" || state === "failed";
}

async function compose(
  { tenantId, cipher }: Context,
  db: Db,
  {
    mail,
    content,
    ports: { from, letterheadOf },
  }: {
    readonly mail: StoredMail;
    readonly content: MailContent;
    readonly ports: MailJobPorts;
  },
): Promise<OutgoingMail> {
  const letterhead = await letterheadOf(tenantId);
  const wordings = content.wording
    ? await listWordings(db, tenantId, mail.kind)
    : [];
  const domain = domainOf(from);
  return {
    messageId: mail.id,
    from: { name: letterhead.name, address: from },
    returnTo: await returnAddress(cipher, { messageId: mail.id, domain }),
    to: content.to,
    date: mail.created_at,
    ...composeMail(content, letterhead, wordings),
  };
}

async function note(
  context: Context,
  db: Db,
  {
    mail,
    outcome,
    attempt,
    ports,
  }: {
    readonly mail: StoredMail;
    readonly outcome: MailOutcome;
    readonly attempt: number;
    readonly ports: MailJobPorts;
  },
): Promise<void> {
  switch (outcome.kind) {
    case "sent":
      await markMailSent(db, mail.id, new Date());
      return;
    case "no-such-address":
      await noteUndeliverable(context, db, {
        mail,
        fault: { code: outcome.reason, isAddress: true },
        tell: ports.onUndeliverable,
      });
      return;
    case "refused":
      // The dead letter stays in the queue; the mail shows why it is still here.
      await markMailHeld(db, mail.id, "failed");
      return;
    case "unavailable":
      if (attempt >= maxAttempts) await markMailHeld(db, mail.id, "failed");
  }
}

function jobOutcome(outcome: MailOutcome): JobOutcome {
  switch (outcome.kind) {
    case "sent":
    case "no-such-address":
      return { kind: "done" };
    case "unavailable":
      return { kind: "retry", reason: outcome.reason };
    case "refused":
      return { kind: "dead", reason: outcome.reason };
  }
}
