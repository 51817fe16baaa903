import type { Context } from "../../../platform/context/context.ts";
import type { ReceivedFile } from "../../../platform/multipart/received-file.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { maxTextLength, normaliseText, purposes } from "../domain/message.ts";
import type { AnswerListener, PostfachPorts } from "../ports.ts";
import {
  deleteDraft,
  deleteDraftDocument,
  saveDraft,
  sendDraftDocuments,
} from "../store/document-store.ts";
import { findMessage, insertAnswer } from "../store/message-store.ts";
import { changeThread, lockThread } from "../store/thread-store.ts";
import type { OpenThread } from "./find-thread.ts";
import { readThread, type ThreadView } from "./read-thread.ts";
import { takeFiles, type FileFault } from "./take-files.ts";

export type AnswerInput = {
  readonly text: string;
  /** Just received, under the tenant of the portal that was asked. */
  readonly received: {
    readonly files: readonly ReceivedFile[];
    readonly context: Context;
  };
};

export type SaveRefusal = {
  readonly kind: "files-refused";
  readonly faults: readonly FileFault[];
};

/** Keeps what was typed and the files that can be taken; what was typed is kept also when a file is refused. */
export async function saveAnswer(
  { thread, context }: OpenThread,
  { text, received }: AnswerInput,
  ports: Pick<PostfachPorts, "files" | "scanner">,
): Promise<Result<void, SaveRefusal>> {
  const body = await context.cipher.encrypt(
    Buffer.from(normaliseText(text).slice(0, 2 * maxTextLength)),
    purposes.draft(thread.id),
  );
  await context.transaction((db) =>
    saveDraft(db, context.tenantId, {
      threadId: thread.id,
      body,
      at: context.now,
    }),
  );
  const faults = await takeFiles({ thread, context }, received, ports);
  return faults.length === 0
    ? ok(undefined)
    : refuse({ kind: "files-refused", faults });
}

export type SendRefusal =
  | SaveRefusal
  | { readonly kind: "nothing-to-send" }
  | { readonly kind: "too-long"; readonly max: number }
  /** Whoever acts for an organisation or person may prepare only. */
  | { readonly kind: "prepare-only" }
  /** A file was not scanned yet. */
  | { readonly kind: "files-waiting" }
  /** Another authority has the application now, and its own thread about it. */
  | { readonly kind: "moved" };

/**
 * Sends what was typed with its files, in one transaction with what `listeners` write. Idempotent by `messageId`: sent again, it is done
 * once.
 */
export async function sendAnswer(
  open: OpenThread,
  {
    messageId,
    maySend,
    ...input
  }: AnswerInput & { readonly messageId: string; readonly maySend: boolean },
  ports: Pick<PostfachPorts, "files" | "scanner" | "answerListeners">,
): Promise<Result<void, SendRefusal>> {
  const { context } = open;
  if (await wasSent(context, messageId)) return ok(undefined);
  const saved = await saveAnswer(open, input, ports);
  if (!saved.ok) return saved;
  const { documents } = (await readThread(open)).draft;
  // Not the stored draft's: another tab may have put other words there.
  const draft = { text: normaliseText(input.text), documents };
  const refusal = maySend
    ? refusalOf(draft)
    : ({ kind: "prepare-only" } as const);
  if (refusal) return refuse(refusal);
  try {
    await writeAnswer(open, { ...draft, messageId }, ports.answerListeners);
  } catch (error) {
    if (error instanceof MovedAway) return refuse({ kind: "moved" });
    throw error;
  }
  return ok(undefined);
}

/** Takes back what was written to an authority that is not responsible any more. */
class MovedAway extends Error {
  readonly code = "moved";
}

type ToBeSent = ThreadView["draft"] & { readonly messageId: string };

async function writeAnswer(
  { thread, context }: OpenThread,
  { text, documents, messageId }: ToBeSent,
  listeners: readonly AnswerListener[],
): Promise<void> {
  const { tenantId, now, actor } = context;
  const body = await context.cipher.encrypt(
    Buffer.from(text),
    purposes.body(messageId),
  );
  await context.transaction(async (db) => {
    const locked = await lockThread(db, tenantId, thread.id);
    if (!locked || (await findMessage(db, tenantId, messageId))) return;
    const position = locked.lastPosition + 1;
    await insertAnswer(db, tenantId, {
      threadId: thread.id,
      position,
      id: messageId,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      body,
    });
    await sendDraftDocuments(db, tenantId, { threadId: thread.id, messageId });
    await deleteDraft(db, tenantId, thread.id);
    await changeThread(db, thread, { newest_at: now, last_position: position });
    const { submissionId } = thread;
    for (const listener of listeners) {
      const answer = { submissionId, messageId, at: now };
      if ((await listener(context, db, answer)) === "moved")
        throw new MovedAway();
    }
    await recordAudit(context, db, {
      action: "postfach.answered",
      subject: { kind: "postfach-message", id: messageId },
      details: { submissionId, documents: documents.length },
    });
  });
}

async function wasSent(context: Context, messageId: string): Promise<boolean> {
  if (!isId(messageId)) throw new TypeError("sendAnswer: messageId is no id");
  const sent = await context.read((db) =>
    findMessage(db, context.tenantId, messageId),
  );
  return sent !== undefined;
}

function refusalOf({
  text,
  documents,
}: ThreadView["draft"]): SendRefusal | undefined {
  if (text === "" && documents.length === 0) return { kind: "nothing-to-send" };
  if (text.length > maxTextLength)
    return { kind: "too-long", max: maxTextLength };
  return documents.some(({ scan }) => scan === "waiting")
    ? { kind: "files-waiting" }
    : undefined;
}

/** Takes a file out of an answer that was not sent. */
export async function removeFromAnswer(
  { thread, context }: OpenThread,
  { files }: Pick<PostfachPorts, "files">,
  documentId: string,
): Promise<void> {
  if (!isId(documentId)) return;
  const { tenantId } = context;
  const isGone = await context.transaction((db) =>
    deleteDraftDocument(db, tenantId, { threadId: thread.id, documentId }),
  );
  if (isGone) await files.remove({ tenantId, fileId: documentId });
}
