import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes, type ProvidedKind } from "../domain/message.ts";
import type { Bescheid, Consent } from "../domain/provision.ts";
import type { Thread, ThreadSubject } from "../domain/thread.ts";
import { insertDocuments } from "../store/document-store.ts";
import { findMessage } from "../store/message-store.ts";
import { insertPaperTask, insertProvision } from "../store/provision-store.ts";
import { insertProvided, lockThread } from "../store/thread-store.ts";
import { enqueueNotice } from "./notify.ts";

/** A file that is in the store already, under the context's tenant and its own id. */
export type ProvidedDocument = {
  readonly fileId: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
};

export type NewMessage = {
  /** Chosen by the sender: the same message again is written once. */
  readonly messageId: string;
  readonly kind: ProvidedKind;
  readonly subject: ThreadSubject;
  /** Empty where the kind says it all. */
  readonly text: string;
  readonly documents?: readonly ProvidedDocument[];
  /** Of a `decision` that is a Bescheid: it is made known by being provided here. */
  readonly bescheid?: Bescheid | undefined;
};

/**
 * Puts a message into the Postfach of whom a submission belongs to, in the caller's transaction: it is there if and only if that commits,
 * and from then on it counts as provided. A guest finds it behind the private link. Whom it is for is told by e-mail the same day. A
 * Bescheid for a guest or for somebody who wishes paper is a copy, and a task for the office. Idempotent by `messageId`. Call it before
 * `recordAudit`, and with the tenant's key in use already (something encrypted before the transaction began).
 */
export async function provideMessage(
  context: Context,
  db: Db,
  message: NewMessage,
): Promise<void> {
  const { tenantId } = context;
  if (await findMessage(db, tenantId, message.messageId)) return;
  const threadId = await writeMessage(context, db, message);
  const consent = message.bescheid
    ? await provideBescheid(context, db, { ...message, threadId })
    : undefined;
  await enqueueNotice(db, message.messageId);
  await recordAudit(context, db, {
    action: "postfach.provided",
    subject: { kind: "postfach-message", id: message.messageId },
    details: {
      kind: message.kind,
      submissionId: message.subject.submissionId,
      documents: message.documents?.length ?? 0,
      ...(consent ? { consent } : {}),
    },
  });
}

/** Confirms a deposit, in the transaction of the submission. One statement; the submission itself is in the audit log. */
export async function provideReceipt(
  context: Context,
  db: Db,
  subject: ThreadSubject,
): Promise<void> {
  await writeMessage(context, db, {
    messageId: newId(),
    kind: "receipt",
    subject,
    text: "",
  });
}

async function writeMessage(
  context: Context,
  db: Db,
  { messageId, kind, subject, text, documents = [] }: NewMessage,
): Promise<string> {
  const { tenantId, now, actor } = context;
  const body =
    text === ""
      ? undefined
      : await context.cipher.encrypt(
          Buffer.from(text),
          purposes.body(messageId),
        );
  const { threadId } = await insertProvided(db, tenantId, {
    threadId: newId(now.getTime()),
    subject,
    message: {
      id: messageId,
      kind,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      body,
    },
  });
  const rows = documents.map(async (document, index) => ({
    id: document.fileId,
    thread_id: threadId,
    message_id: messageId,
    position: index + 1,
    filename: await context.cipher.encrypt(
      Buffer.from(document.filename),
      purposes.filename(document.fileId),
    ),
    media_type: document.mediaType,
    size_bytes: document.sizeBytes,
    sha256: document.sha256,
    // What an authority provides was made or scanned there.
    scan: "clean" as const,
    added_at: now,
  }));
  await insertDocuments(db, tenantId, await Promise.all(rows));
  return threadId;
}

/** Writes down on what consent a Bescheid counts by its provision, or that it has to go by post. */
async function provideBescheid(
  { tenantId, now }: Context,
  db: Db,
  {
    messageId,
    threadId,
    bescheid,
  }: Pick<NewMessage, "messageId" | "bescheid"> & { readonly threadId: string },
): Promise<Consent | undefined> {
  const thread = await lockThread(db, tenantId, threadId);
  if (!thread || !bescheid) return undefined;
  const consent = consentOf(thread);
  await insertProvision(db, tenantId, { messageId, consent, bescheid });
  if (consent !== "deemed")
    await insertPaperTask(db, tenantId, {
      id: newId(),
      messageId,
      reason: consent,
      at: now,
    });
  return consent;
}

function consentOf({ ownerId, paperWishedAt }: Thread): Consent {
  if (ownerId === undefined) return "guest";
  return paperWishedAt ? "excluded" : "deemed";
}
