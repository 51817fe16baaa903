import { sql } from "kysely";
import type { Context } from "../context/context.ts";
import type { Db, Writing } from "../database/database.ts";
import { fixedSql, type ValueOf } from "../database/fixed-statement.ts";
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
  mail: Mail,
): Promise<void> {
  const write = await prepareMail(context, mail);
  await write(db);
}

/** The same for a transaction that begins later: encrypted now. The mail and its job are sent together. */
export async function prepareMail(
  context: Context,
  { kind, about, ...content }: Mail,
): Promise<Writing> {
  const messageId = newId();
  const sealed = await context.cipher.encrypt(
    Buffer.from(JSON.stringify(content)),
    mailPurpose(messageId),
  );
  const message = {
    id: messageId,
    tenantId: context.tenantId,
    content: sealed,
    kind,
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    addressHash: await addressHash(context, content.to),
  };
  return (db) =>
    Promise.all([
      insertMessage(db, message),
      enqueue(db, { name: sendMailJob, payload: { messageId } }),
    ]);
}

type StoredMessage = {
  readonly id: string;
  readonly tenantId: string;
  readonly content: Buffer;
  readonly kind: string;
  readonly aboutKind: string | null;
  readonly aboutId: string | null;
  readonly addressHash: Buffer;
};

const insertMessage = fixedSql(
  (value: ValueOf<StoredMessage>) => sql`
    insert into mail.message (id, tenant_id, content, kind, about_kind, about_id, address_hash)
    values (
      ${value("id")}, ${value("tenantId")}, ${value("content")}, ${value("kind")},
      ${value("aboutKind")}, ${value("aboutId")}::uuid, ${value("addressHash")}
    )
  `,
);

/** What the message's content is encrypted for. */
export const mailPurpose = (messageId: string) => `mail/${messageId}`;
