import type { Context } from "../../../platform/context/context.ts";
import type {
  FileOutcome,
  ReceivedFile,
} from "../../../platform/multipart/received-file.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
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
import { decryptText } from "./decrypt-text.ts";

type Stored = Extract<FileOutcome, { kind: "stored" }>;
type Named = Stored & { readonly filename: string };

export type AnswerFilesRefused = {
  readonly kind: "opinion-files-refused";
  readonly faults: readonly {
    readonly filename: string;
    readonly code: AnswerFileFault;
  }[];
};

/** A file that lies with the authority that asked, ready to be written down there. */
export type TakenFile = StoredOpinionFile & {
  readonly sha256: string;
  readonly addedAt: Date;
};

/**
 * Looks at the files of an answer as they were just received under the expert's tenant, and brings them to the authority that asked, with its
 * key. One that cannot be taken refuses all: the answer is not sent without what belongs to it. Nothing stays with the expert's authority.
 */
export async function takeAnswerFiles(
  context: Context,
  ports: ExpertFilePorts,
  answer: {
    readonly there: Context;
    readonly opinionId: string;
    readonly received: readonly ReceivedFile[];
  },
): Promise<Result<readonly TakenFile[], AnswerFilesRefused>> {
  const given = answer.received.filter(
    ({ filename, outcome }) => outcome.kind !== "empty" || filename !== "",
  );
  const stored = given.flatMap(({ filename, outcome }) =>
    outcome.kind === "stored" ? [{ ...outcome, filename }] : [],
  );
  const faults = [
    ...given.flatMap(({ filename, outcome }) =>
      outcome.kind === "stored" ? [] : [{ filename, code: outcome.kind }],
    ),
    ...(await faultsOf(context, ports, stored)),
  ];
  if (faults.length > 0) {
    await discard(context, ports, stored);
    return refuse({ kind: "opinion-files-refused", faults });
  }
  const taken: TakenFile[] = [];
  for (const file of stored)
    taken.push(await move(context, ports, { ...answer, file }));
  return ok(taken);
}

/** Removes files that were received for nothing. */
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
  stored: readonly Stored[],
): Promise<void> {
  for (const { fileId } of stored) await files.remove({ tenantId, fileId });
}

async function faultsOf(
  context: Context,
  ports: ExpertFilePorts,
  stored: readonly Named[],
): Promise<AnswerFilesRefused["faults"]> {
  const names = (code: AnswerFileFault) =>
    stored.map(({ filename }) => ({ filename, code }));
  if (stored.length > mostAnswerFiles) return names("too-many");
  const bytes = stored.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes > mostAnswerBytes) return names("no-room");
  const scanned = await Promise.all(
    stored.map(async ({ filename, fileId }) => {
      const code = await scan(context, ports, fileId);
      return code === undefined ? [] : [{ filename, code }];
    }),
  );
  return scanned.flat();
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
    readonly file: Named;
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
