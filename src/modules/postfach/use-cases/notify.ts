import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf, type MailText } from "../../../platform/mail/mail-text.ts";
import { notifyJob } from "../domain/postfach-jobs.ts";
import { newMail } from "../i18n/mail-texts.ts";
import type { PostfachPorts, Recipient } from "../ports.ts";
import {
  insertNotice,
  isMadeKnownHere,
  type NoticeOutcome,
} from "../store/provision-store.ts";
import { findThreadOfMessage } from "../store/thread-store.ts";
import { noteMirror } from "./mirror.ts";
import { messageSubject, noteUntold } from "./note-unreachable.ts";

export type NoticePorts = Pick<
  PostfachPorts,
  "recipientOf" | "portalOf" | "choiceOf" | "tellBySms" | "mirroring"
>;

/** Has whom a message is for told of it, in the transaction of the message. */
export function enqueueNotice(db: Db, messageId: string): Promise<void> {
  return enqueue(db, { name: notifyJob, payload: { messageId } });
}

/**
 * Tells whom a message is for that there is something new, once, and never what; as they have chosen, but of a Bescheid at once. A Bescheid
 * that nobody can be told of has to go by post.
 * @see OZG § 9 Abs. 1 Satz 6
 */
export async function notify(
  context: Context,
  ports: NoticePorts,
  messageId: string,
): Promise<void> {
  const { tenantId, now } = context;
  const recipient = await findRecipient(context, ports, messageId);
  const isBescheid = await context.read((db) =>
    isMadeKnownHere(db, tenantId, messageId),
  );
  const outcome = isBescheid
    ? outcomeFor(recipient, "at-once")
    : outcomeFor(recipient, await wishOf(recipient, ports));
  const elsewhere = await postfachOf(context, ports, messageId);
  const isNew = await context.transaction(async (db) => {
    const notice = { messageId, at: now, outcome };
    if (!(await insertNotice(db, tenantId, notice))) return false;
    if (elsewhere) await noteMirror(context, db, { messageId, elsewhere });
    if (outcome === "sent" && isReachable(recipient))
      await mail(context, db, { ...recipient, messageId, text: newMail });
    if (outcome === "no-address" || outcome === "undeliverable")
      await noteUntold(context, db, { messageId, reason: outcome });
    return true;
  });
  if (!isNew || outcome !== "sent" || !isReachable(recipient)) return;
  const { accountId, portalName: portal, url } = recipient;
  if (accountId !== undefined)
    await ports.tellBySms(accountId, { portal, url });
}

/** Where whom the message is for has another Postfach. */
async function postfachOf(
  context: Context,
  { mirroring }: NoticePorts,
  messageId: string,
) {
  if (!mirroring) return undefined;
  const thread = await context.read((db) =>
    findThreadOfMessage(db, context.tenantId, messageId),
  );
  const { ownerId, actingAccountId } = thread ?? {};
  return ownerId === undefined || actingAccountId === undefined
    ? undefined
    : mirroring.postfachOf({ ownerId, actingAccountId });
}

type MaybeRecipient = NamedRecipient | "undeliverable" | undefined;

/** Guests have no choice to make: their address is for this one application. */
async function wishOf(
  recipient: MaybeRecipient,
  { choiceOf }: NoticePorts,
): Promise<"at-once" | "daily" | "none"> {
  return isReachable(recipient) && recipient.accountId !== undefined
    ? choiceOf(recipient.accountId)
    : "at-once";
}

function outcomeFor(
  recipient: MaybeRecipient,
  wish: "at-once" | "daily" | "none",
): NoticeOutcome {
  if (!isReachable(recipient)) return recipient ?? "no-address";
  const outcomes = {
    "at-once": "sent",
    daily: "later",
    none: "not-wished",
  } as const;
  return outcomes[wish];
}

export function isReachable(
  recipient: MaybeRecipient,
): recipient is NamedRecipient {
  return typeof recipient === "object";
}

export type NamedRecipient = Recipient & { readonly portalName: string };

/** Who is told of a message, and by whom. */
export async function findRecipient(
  context: Context,
  { recipientOf, portalOf }: Pick<NoticePorts, "recipientOf" | "portalOf">,
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
