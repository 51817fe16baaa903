import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes, type MessageKind } from "../domain/message.ts";
import { isUnread } from "../domain/thread.ts";
import type { ProvidedBescheid } from "../domain/provision.ts";
import { readSealedLabels } from "./organise-thread.ts";
import {
  findDraft,
  listDocuments,
  type ScanState,
  type StoredDocument,
} from "../store/document-store.ts";
import {
  listMessages,
  markRetrieved,
  type StoredMessage,
} from "../store/message-store.ts";
import {
  listMirrors,
  type Mirror,
  type MirrorState,
} from "../store/mirror-store.ts";
import {
  listProvisions,
  type StoredProvision,
} from "../store/provision-store.ts";
import { changeThread } from "../store/thread-store.ts";
import { decryptText } from "./decrypt.ts";
import type { OpenThread } from "./find-thread.ts";

export type ThreadDocument = {
  readonly id: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly scan: ScanState;
};

export type ThreadMessage = {
  readonly id: string;
  readonly position: number;
  readonly kind: MessageKind;
  readonly at: Date;
  readonly text: string;
  readonly documents: readonly ThreadDocument[];
  readonly firstRetrievedAt: Date | undefined;
  /** Of a Bescheid. */
  readonly bescheid?: ProvidedBescheid | undefined;
  /** A copy for a Postfach elsewhere. */
  readonly mirror?: MessageMirror | undefined;
};

export type MessageMirror = {
  readonly state: MirrorState;
  readonly reason: string | undefined;
  readonly at: Date;
};

export type ThreadView = {
  readonly messages: readonly ThreadMessage[];
  readonly labels: readonly string[];
  /** What was typed and not sent. */
  readonly draft: {
    readonly text: string;
    readonly documents: readonly ThreadDocument[];
  };
};

/** All of a thread, decrypted. Changes nothing. */
export async function readThread({
  thread,
  context,
}: OpenThread): Promise<ThreadView> {
  const { tenantId } = context;
  const [stored, draft] = await context.read((db) =>
    Promise.all([storedIn(db, thread), findDraft(db, tenantId, thread.id)]),
  );
  return {
    messages: await messagesOf(context, stored),
    labels: await readSealedLabels(context, thread),
    draft: {
      text: draft
        ? await decryptText(context, draft, purposes.draft(thread.id))
        : "",
      documents: await documentsOf(context, stored.files, null),
    },
  };
}

/** What went back and forth, decrypted, without what its owner has typed and not sent: that is nobody else's. Changes nothing. */
export async function readMessages({
  thread,
  context,
}: OpenThread): Promise<ThreadView["messages"]> {
  return messagesOf(context, await context.read((db) => storedIn(db, thread)));
}

type StoredThread = {
  readonly stored: readonly StoredMessage[];
  readonly files: readonly StoredDocument[];
  readonly provisions: readonly StoredProvision[];
  readonly mirrors: readonly Mirror[];
};

async function storedIn(
  db: Db,
  { tenantId, id }: OpenThread["thread"],
): Promise<StoredThread> {
  const [stored, files, provisions, mirrors] = await Promise.all([
    listMessages(db, tenantId, [id]),
    listDocuments(db, tenantId, id),
    listProvisions(db, tenantId, id),
    listMirrors(db, tenantId, id),
  ]);
  return { stored, files, provisions, mirrors };
}

function messagesOf(
  context: Context,
  { stored, files, provisions, mirrors }: StoredThread,
): Promise<ThreadView["messages"]> {
  return Promise.all(
    stored.map(async (message) => ({
      id: message.id,
      position: message.position,
      kind: message.kind,
      at: message.at,
      text: await textOf(context, message),
      documents: await documentsOf(context, files, message.id),
      firstRetrievedAt: message.first_retrieved_at ?? undefined,
      bescheid: bescheidOf(message, provisions),
      mirror: mirrorOf(message, mirrors),
    })),
  );
}

function documentsOf(
  context: Context,
  files: readonly StoredDocument[],
  messageId: string | null,
): Promise<readonly ThreadDocument[]> {
  return Promise.all(
    files
      .filter(({ message_id }) => message_id === messageId)
      .map((file) => shown(context, file)),
  );
}

function mirrorOf(
  { id }: StoredMessage,
  mirrors: readonly Mirror[],
): MessageMirror | undefined {
  const found = mirrors.find(({ message_id }) => message_id === id);
  return (
    found && {
      state: found.state,
      reason: found.reason ?? undefined,
      at: found.changed_at,
    }
  );
}

function bescheidOf(
  message: StoredMessage,
  provisions: readonly StoredProvision[],
): ProvidedBescheid | undefined {
  const found = provisions.find(({ message_id }) => message_id === message.id);
  return (
    found && {
      land: found.land,
      law: found.law,
      hasLegalRemedyText: found.has_legal_remedy_text,
      consent: found.consent,
      providedAt: message.at,
      firstRetrievedAt: message.first_retrieved_at ?? undefined,
      paper: found.reason
        ? { reason: found.reason, postedAt: found.done_at ?? undefined }
        : undefined,
    }
  );
}

/** The words of a message; empty where its kind says it all. */
export async function textOf(
  context: Context,
  { id, body }: Pick<StoredMessage, "id" | "body">,
): Promise<string> {
  return body ? decryptText(context, body, purposes.body(id)) : "";
}

/**
 * Notes that whom it belongs to has seen the thread: read mark, and the first retrieval of what was shown. A Bescheid that comes as a
 * file counts as retrieved when that is opened (`openDocument`), not before.
 * @see OZG § 9 Abs. 1
 */
export async function noteSeen(
  { thread, context }: OpenThread,
  { messages }: Pick<ThreadView, "messages">,
): Promise<void> {
  const shownNow = messages
    .filter(
      ({ kind, documents, firstRetrievedAt }) =>
        firstRetrievedAt === undefined &&
        kind !== "answer" &&
        (kind !== "decision" || documents.length === 0),
    )
    .map(({ id }) => id);
  if (shownNow.length === 0 && !isUnread(thread)) return;
  await context.transaction(async (db) => {
    await changeThread(db, thread, { read_position: thread.lastPosition });
    await noteRetrieval({ thread, context }, db, shownNow);
  });
}

/** Each message has one first retrieval, whoever comes at the same time, and it is in the audit log. */
export async function noteRetrieval(
  { context }: OpenThread,
  db: Db,
  messageIds: readonly string[],
): Promise<void> {
  if (messageIds.length === 0) return;
  const { tenantId, now } = context;
  const first = await markRetrieved(db, tenantId, { messageIds, at: now });
  for (const id of first)
    await recordAudit(context, db, {
      action: "postfach.retrieved",
      subject: { kind: "postfach-message", id },
    });
}

async function shown(
  context: Context,
  { id, filename, media_type, size_bytes, scan }: StoredDocument,
): Promise<ThreadDocument> {
  return {
    id,
    filename: await decryptText(context, filename, purposes.filename(id)),
    mediaType: media_type,
    sizeBytes: Number(size_bytes),
    scan,
  };
}
