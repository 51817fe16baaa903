import type { Context } from "../../../platform/context/context.ts";
import type {
  FileOutcome,
  ReceivedFile,
} from "../../../platform/multipart/received-file.ts";
import { recordAudit } from "../../audit/index.ts";
import { maxAnswerBytes, maxAnswerFiles, purposes } from "../domain/message.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  insertDocuments,
  listDocuments,
  type ScanState,
} from "../store/document-store.ts";
import type { OpenThread } from "./find-thread.ts";

/** Why a file was not taken. */
export type FileFault = {
  readonly filename: string;
  readonly code:
    | Exclude<FileOutcome["kind"], "stored">
    | "infected"
    | "too-many"
    | "no-room";
};

type Received = {
  readonly files: readonly ReceivedFile[];
  readonly context: Context;
};
type Stored = Extract<FileOutcome, { kind: "stored" }>;
type Ports = Pick<PostfachPorts, "files" | "scanner">;

/** Puts the files just received to the unsent answer; those that cannot be taken are removed and named. */
export async function takeFiles(
  { thread, context }: OpenThread,
  received: Received,
  ports: Ports,
): Promise<readonly FileFault[]> {
  const faults: FileFault[] = [];
  for (const { filename, outcome } of received.files) {
    if (outcome.kind === "empty" && filename === "") continue;
    if (outcome.kind !== "stored") {
      faults.push({ filename, code: outcome.kind });
      continue;
    }
    const open = { thread, context };
    const code = await takeFile({ open, received, ports }, filename, outcome);
    if (code) faults.push({ filename, code });
  }
  return faults;
}

type Taking = {
  readonly open: OpenThread;
  readonly received: Received;
  readonly ports: Ports;
};

async function takeFile(
  { open, received, ports }: Taking,
  filename: string,
  file: Stored,
): Promise<FileFault["code"] | undefined> {
  const { context, thread } = open;
  const key = { tenantId: received.context.tenantId, fileId: file.fileId };
  const problem =
    (await findNoRoom(open, file)) ??
    (await scanDocument(received.context, file.fileId, ports));
  if (
    problem === "infected" ||
    problem === "too-many" ||
    problem === "no-room"
  ) {
    await ports.files.remove(key);
    return problem;
  }
  await moveFile({ open, received, ports }, file.fileId);
  await context.transaction(async (db) =>
    insertDocuments(db, context.tenantId, [
      {
        id: file.fileId,
        thread_id: thread.id,
        message_id: null,
        position: 1,
        filename: await context.cipher.encrypt(
          Buffer.from(filename),
          purposes.filename(file.fileId),
        ),
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
        sha256: file.sha256,
        scan: problem,
        added_at: context.now,
      },
    ]),
  );
  return undefined;
}

async function findNoRoom(
  { context, thread }: OpenThread,
  file: Stored,
): Promise<"too-many" | "no-room" | undefined> {
  const stored = await context.read((db) =>
    listDocuments(db, context.tenantId, thread.id),
  );
  const waiting = stored.filter(({ message_id }) => message_id === null);
  if (waiting.length >= maxAnswerFiles) return "too-many";
  const bytes = waiting.reduce((sum, it) => sum + Number(it.size_bytes), 0);
  return bytes + file.sizeBytes > maxAnswerBytes ? "no-room" : undefined;
}

/** What the scanner says of a file; one with malware is noted in the audit log. */
export async function scanDocument(
  context: Context,
  fileId: string,
  { files, scanner }: Ports,
): Promise<ScanState> {
  if (!scanner) return "unscanned";
  const { tenantId, cipher } = context;
  const verdict = await scanner.scan(
    await files.open({ tenantId, fileId }, cipher),
  );
  if (verdict.kind === "infected")
    await context.transaction((db) =>
      recordAudit(context, db, {
        action: "upload.malware-found",
        subject: { kind: "upload", id: fileId },
        details: { signature: verdict.signature },
      }),
    );
  return verdict.kind === "not-scanned" ? "waiting" : verdict.kind;
}

/** A thread of another portal keeps its files there, with that portal's key. */
async function moveFile(
  { open, received, ports: { files } }: Taking,
  fileId: string,
): Promise<void> {
  const from = { tenantId: received.context.tenantId, fileId };
  const to = { tenantId: open.context.tenantId, fileId };
  if (from.tenantId === to.tenantId) return;
  const content = await files.open(from, received.context.cipher);
  await files.put(content, to, open.context.cipher);
  await files.remove(from);
}
