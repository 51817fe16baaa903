import type { Readable } from "node:stream";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { OpenThread } from "./find-thread.ts";
import {
  noteRetrieval,
  readThread,
  type ThreadDocument,
} from "./read-thread.ts";

export type OpenedDocument = {
  readonly document: ThreadDocument;
  readonly body: Readable;
};

/** What holds malware, or was not looked at although there is a scanner, is opened by nobody. */
export function canOpen({ scan }: Pick<ThreadDocument, "scan">): boolean {
  return scan === "clean" || scan === "unscanned";
}

/** A file of a thread, decrypted as it streams; its message counts as retrieved from now on. Undefined for files of other threads. */
export async function openDocument(
  open: OpenThread,
  files: FileStore,
  documentId: string,
): Promise<OpenedDocument | undefined> {
  const { context } = open;
  const { messages, draft } = await readThread(open);
  const message = messages.find(({ documents }) =>
    documents.some(({ id }) => id === documentId),
  );
  const document = [...(message?.documents ?? []), ...draft.documents].find(
    ({ id }) => id === documentId,
  );
  if (!document || !canOpen(document)) return undefined;
  const key = { tenantId: context.tenantId, fileId: documentId };
  const body = await files.open(key, context.cipher);
  if (message && message.kind !== "answer")
    await context.transaction((db) => noteRetrieval(open, db, [message.id]));
  return { document, body };
}
