import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf, type MailText } from "../../../platform/mail/mail-text.ts";
import { notifyJob } from "../domain/postfach-jobs.ts";
import { newMail } from "../i18n/mail-texts.ts";
import type { PostfachPorts, Recipient } from "../ports.ts";
import { insertNotice } from "../store/provision-store.ts";
import { findThreadOfMessage } from "../store/thread-store.ts";
import { messageSubject, noteUntold } from "./note-unreachable.ts";

export type NoticePorts = Pick<PostfachPorts, "recipientOf" | "portalOf">;

/** Has whom a message is for told of it, in the transaction of the message. */
export function enqueueNotice(db: Db, messageId: string): Promise<void> {
  return enqueue(db, { name: notifyJob, payload: { messageId } });
}

/**
 * Tells whom a message is for that there is something new, once, and never what. A Bescheid that nobody can be told of has to go by post.
 * @see OZG § 9 Abs. 1 Satz 6
 */
export async function notify(
  context: Context,
  ports: NoticePorts,
  messageId: string,
): Promise<void> {
  const { tenantId, now } = context;
  const recipient = await findRecipient(context, ports, messageId);
  await context.transaction(async (db) => {
    const outcome =
      typeof recipient === "object" ? "sent" : (recipient ?? "no-address");
    const notice = { messageId, at: now, outcome } as const;
    if (!(await insertNotice(db, tenantId, notice))) return;
    if (typeof recipient === "object")
      await mail(context, db, { ...recipient, messageId, text: newMail });
    else
      await noteUntold(context, db, {
        messageId,
        reason: recipient ?? "no-address",
      });
  });
}

export type NamedRecipient = Recipient & { readonly portalName: string };

/** Who is told of a message, and by whom. */
export async function findRecipient(
  context: Context,
  { recipientOf, portalOf }: NoticePorts,
  messageId: string,
): Promise<NamedRecipient | "undeliverable" | undefined> {
  const { tenantId } = context;
  const thread = await context.read((db) =>
    findThreadOfMessage(db, tenantId, messageId),
  );
  const recipient = thread && (await recipientOf(context, thread));
  const portalName = (await portalOf(tenantId))?.name ?? "";
  return typeof recipient === "object"
    ? { ...recipient, portalName }
    : recipient;
}

/** A mail without content: that there is something, and where it opens after signing in. */
export async function mail(
  context: Context,
  db: Db,
  {
    email,
    url,
    locale,
    portalName: portal,
    messageId,
    text,
  }: NamedRecipient & { readonly messageId: string; readonly text: MailText },
): Promise<void> {
  await sendMailLater(
    context,
    db,
    mailOf(text, {
      to: email,
      locales: locale ? [locale] : locales,
      values: { portal, url },
      about: { kind: messageSubject, id: messageId },
    }),
  );
}
