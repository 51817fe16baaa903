import type { Context } from "../../../platform/context/context.ts";
import type {
  FileOutcome,
  ReceivedFile,
} from "../../../platform/multipart/received-file.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  mostAnswerBytes,
  mostAnswerFiles,
  opinionFilePurpose,
  type AnswerFileFault,
  type OpinionFile,
} from "../domain/opinion-file.ts";
import type { ExpertFilePorts } from "../exchange-ports.ts";
import type { StoredOpinionFile } from "../store/opinion-file-store.ts";
import { isForgotten, type AnswerFile } from "./kept-answer-files.ts";
import { decryptText } from "./decrypt-text.ts";

type Stored = Extract<FileOutcome, { kind: "stored" }>;

export type AnswerFaults = readonly {
  readonly filename: string;
  readonly code: AnswerFileFault;
}[];

/** A file that lies with the authority that asked, ready to be written down there. */
export type TakenFile = StoredOpinionFile & {
  readonly sha256: string;
  readonly addedAt: Date;
};

export type SiftedFiles = {
  /** What can be sent, in order. */
  readonly good: readonly AnswerFile[];
  /** What would only have to be looked at once more. */
  readonly waiting: readonly AnswerFile[];
  readonly faults: AnswerFaults;
};

/**
 * Looks at the files of an answer: those kept from the last try, then those just received under the expert's tenant. What cannot be taken is
 * removed and named.
 */
export async function siftAnswerFiles(
  context: Context,
  ports: ExpertFilePorts,
  answer: {
    readonly kept: readonly AnswerFile[];
    readonly received: readonly ReceivedFile[];
  },
): Promise<SiftedFiles> {
  const given = answer.received.filter(
    ({ filename, outcome }) => outcome.kind !== "empty" || filename !== "",
  );
  const receivedAt = context.now.getTime();
  const fresh = given.flatMap(({ filename, outcome }) =>
    outcome.kind === "stored"
      ? [{ ...storedFile(outcome), filename, receivedAt }]
      : [],
  );
  const refused = given.flatMap(({ filename, outcome }) =>
    outcome.kind === "stored" ? [] : [{ filename, code: outcome.kind }],
  );
  const good: AnswerFile[] = [];
  const waiting: AnswerFile[] = [];
  const faults: AnswerFaults[number][] = [...refused];
  for (const file of [...answer.kept, ...fresh]) {
    const code = await faultOf(context, ports, { file, before: good });
    if (code === undefined) good.push(file);
    else faults.push({ filename: file.filename, code });
    if (code === "not-scanned") waiting.push(file);
  }
  const left = new Set([...good, ...waiting].map(({ fileId }) => fileId));
  await discard(
    context,
    ports,
    fresh.filter(({ fileId }) => !left.has(fileId)),
  );
  return { good, waiting, faults };
}

function storedFile({ fileId, mediaType, sizeBytes, sha256 }: Stored) {
  return { fileId, mediaType, sizeBytes, sha256 };
}

/** Brings files to the authority that asked, with its key. Nothing stays with the expert's authority. */
export async function takeAnswerFiles(
  context: Context,
  ports: ExpertFilePorts,
  answer: {
    readonly there: Context;
    readonly opinionId: string;
    readonly good: readonly AnswerFile[];
  },
): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  for (const file of answer.good)
    taken.push(await move(context, ports, { ...answer, file }));
  return taken;
}

/** Removes what was just received, for nobody waits for it. */
export async function discardReceived(
  context: Context,
  ports: ExpertFilePorts,
  received: readonly ReceivedFile[],
): Promise<void> {
  const stored = received.flatMap(({ outcome }) =>
    outcome.kind === "stored" ? [outcome] : [],
  );
  await discard(context, ports, stored);
}

async function discard(
  { tenantId }: Context,
  { files }: ExpertFilePorts,
  stored: readonly Pick<Stored, "fileId">[],
): Promise<void> {
  for (const { fileId } of stored) await files.remove({ tenantId, fileId });
}

async function faultOf(
  context: Context,
  ports: ExpertFilePorts,
  {
    file,
    before,
  }: { readonly file: AnswerFile; readonly before: readonly AnswerFile[] },
): Promise<AnswerFileFault | undefined> {
  if (isForgotten(file, context.now)) return "forgotten";
  if (before.length >= mostAnswerFiles) return "too-many";
  const bytes = before.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes + file.sizeBytes > mostAnswerBytes) return "no-room";
  return scan(context, ports, file.fileId);
}

async function scan(
  context: Context,
  { files, scanner }: ExpertFilePorts,
  fileId: string,
): Promise<"infected" | "not-scanned" | undefined> {
  if (!scanner) return undefined;
  const { tenantId, cipher } = context;
  const content = await files.open({ tenantId, fileId }, cipher);
  const verdict = await scanner.scan(content);
  if (verdict.kind === "clean") return undefined;
  if (verdict.kind === "infected")
    await context.transaction((db) =>
      recordAudit(context, db, {
        action: "upload.malware-found",
        subject: { kind: "upload", id: fileId },
        details: { signature: verdict.signature },
      }),
    );
  return verdict.kind;
}

async function move(
  context: Context,
  { files, scanner }: ExpertFilePorts,
  {
    there,
    opinionId,
    file,
  }: {
    readonly there: Context;
    readonly opinionId: string;
    readonly file: AnswerFile;
  },
): Promise<TakenFile> {
  const { fileId, filename } = file;
  if (there.tenantId !== context.tenantId) {
    const from = { tenantId: context.tenantId, fileId };
    const content = await files.open(from, context.cipher);
    await files.put(
      content,
      { tenantId: there.tenantId, fileId },
      there.cipher,
    );
    await files.remove(from);
  }
  return {
    fileId,
    opinionId,
    encryptedName: await there.cipher.encrypt(
      Buffer.from(filename, "utf8"),
      opinionFilePurpose(fileId),
    ),
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    scan: scanner ? "clean" : "unscanned",
    addedAt: there.now,
  };
}

export async function decryptOpinionFile(
  context: Context,
  { encryptedName, ...file }: StoredOpinionFile,
): Promise<OpinionFile> {
  const purpose = opinionFilePurpose(file.fileId);
  return {
    ...file,
    filename: await decryptText(context, encryptedName, { purpose }),
  };
}
