import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Db } from "../database/database.ts";
import type { Locale } from "../i18n/texts.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../values/id.ts";
import { addressHash } from "./undeliverable.ts";

/** A mail tells that there is something and where, never what (experience: words). */
export type Mail = {
  /** What it is about, for the operator's page and counts, e.g. `submission-received`. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What it belongs to: whoever is told that it cannot be delivered knows what to do. */
  readonly about?: MailSubject | undefined;
  /** Of a mail whose words an authority may choose (`mailOf`): the words it comes with, and what goes into those of the authority. */
  readonly wording?: MailWording | undefined;
};

export type MailSubject = { readonly kind: string; readonly id: string };

export type MailWording = {
  readonly values: Readonly<Record<string, string>>;
  /** One for each language; the first gives the subject. */
  readonly parts: readonly MailPart[];
};

export type MailPart = {
  readonly locale: Locale;
  /** Besides those of the whole mail. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly subject: string;
  readonly text: string;
};

/** Name of the job that sends a message. */
export const sendMailJob = "mail.send";

/** Between the languages of a mail to somebody whose language is not known. */
export const betweenLanguages = "\n---\n\n";

/** Stores the mail encrypted and enqueues its sending in the caller's transaction: it is sent if and only if that commits. */
export async function sendMailLater(
  context: Context,
  db: Db,
  { kind, about, ...content }: Mail,
): Promise<void> {
  const messageId = newId();
  const sealed = await context.cipher.encrypt(
    Buffer.from(JSON.stringify(content)),
    mailPurpose(messageId),
  );
  await sql`
    insert into mail.message (id, tenant_id, content, kind, about_kind, about_id, address_hash)
    values (${messageId}, ${context.tenantId}, ${sealed}, ${kind}, ${about?.kind ?? null}, ${about?.id ?? null}::uuid,
      ${await addressHash(context, content.to)})
  `.execute(db);
  await enqueue(db, { name: sendMailJob, payload: { messageId } });
}

/** What the message's content is encrypted for. */
export const mailPurpose = (messageId: string) => `mail/${messageId}`;
