import { createHash } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type {
  ApplicationStage,
  OutsideAttachment,
  OutsideMessage,
} from "../../../platform/outside-postfach/outside-postfach.ts";
import { purposes, type MessageKind } from "../domain/message.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { PostfachPorts } from "../ports.ts";
import { listDocuments, type StoredDocument } from "../store/document-store.ts";
import { findMessage } from "../store/message-store.ts";
import { findThreadOfMessage } from "../store/thread-store.ts";
import { decryptText } from "./decrypt.ts";
import { textOf } from "./read-thread.ts";

/** All files of a message together; what is more lies here only, and the link leads to it. */
const copiedBytes = 20_000_000;

const stages = {
  receipt: "received",
  message: "processing",
  question: "asked",
  decision: "decided",
  answer: "processing",
} as const satisfies Record<MessageKind, ApplicationStage>;

/** A message as another Postfach shows it, its files included. */
export async function copyForOutside(
  context: Context,
  db: Db,
  {
    messageId,
    handle,
    ports: { files, portalOf },
  }: {
    readonly messageId: string;
    readonly handle: string;
    readonly ports: Pick<PostfachPorts, "files" | "portalOf">;
  },
): Promise<OutsideMessage | undefined> {
  const { tenantId } = context;
  const thread = await findThreadOfMessage(db, tenantId, messageId);
  const message = await findMessage(db, tenantId, messageId);
  const portal = await portalOf(tenantId);
  if (!thread || !message || !portal) return undefined;
  const documents = (await listDocuments(db, tenantId, thread.id)).filter(
    ({ message_id }) => message_id === messageId,
  );
  const t = postfachTexts("de");
  const url = `${portal.baseUrl}/postfach/${thread.id}`;
  const words = await textOf(context, message);
  return {
    handle,
    sender: portal.name,
    senderUrl: portal.baseUrl,
    title: `${t(`kind.${message.kind}`)}: ${thread.title}`,
    text: [words, t("mirror.more", { url })]
      .filter((part) => part !== "")
      .join("\n\n"),
    service: thread.title,
    applicationId: thread.submissionId,
    reference: thread.reference,
    stage: stages[message.kind],
    attachments: await attachmentsOf(context, files, documents),
  };
}

async function attachmentsOf(
  context: Context,
  files: FileStore,
  documents: readonly StoredDocument[],
): Promise<readonly OutsideAttachment[]> {
  const attachments: OutsideAttachment[] = [];
  let room = copiedBytes;
  for (const document of documents) {
    const sizeBytes = Number(document.size_bytes);
    if (sizeBytes > room) continue;
    room -= sizeBytes;
    const open = () => contentOf(context, files, document.id);
    attachments.push({
      filename: await decryptText(
        context,
        document.filename,
        purposes.filename(document.id),
      ),
      mediaType: document.media_type,
      sizeBytes,
      sha512: await hashOf(open()),
      open,
    });
  }
  return attachments;
}

async function* contentOf(
  { tenantId, cipher }: Context,
  files: FileStore,
  fileId: string,
): AsyncIterable<Uint8Array> {
  const content: AsyncIterable<Uint8Array> = await files.open(
    { tenantId, fileId },
    cipher,
  );
  yield* content;
}

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha512");
  for await (const part of content) hash.update(part);
  return hash.digest("hex");
}
