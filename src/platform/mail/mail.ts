import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Db } from "../database/database.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../values/id.ts";

/** A mail tells that there is something and where, never what (experience: words). */
export type Mail = {
  /** What it is about, for the operator's page and counts, e.g. `submission-received`. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Name of the job that sends a message. */
export const sendMailJob = "mail.send";

/** Stores the mail encrypted and enqueues its sending in the caller's transaction: it is sent if and only if that commits. */
export async function sendMailLater(
  context: Context,
  db: Db,
  mail: Mail,
): Promise<void> {
  const messageId = newId();
  const content = await context.cipher.encrypt(
    Buffer.from(
      JSON.stringify({ to: mail.to, subject: mail.subject, text: mail.text }),
    ),
    mailPurpose(messageId),
  );
  await sql`
    insert into mail.message (id, tenant_id, content, kind)
    values (${messageId}, ${context.tenantId}, ${content}, ${mail.kind})
  `.execute(db);
  await enqueue(db, { name: sendMailJob, payload: { messageId } });
}

/** What the message's content is encrypted for. */
export const mailPurpose = (messageId: string) => `mail/${messageId}`;
