import { createHash } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import {
  FileStoreError,
  type StoredFile,
} from "../../../platform/files/file-store.ts";
import type { ScanVerdict } from "../../../platform/malware/malware-scanner.ts";
import { withEndingOf } from "../../../platform/multipart/clean-filename.ts";
import { storeCheckedFile } from "../../../platform/multipart/receive-file.ts";
import type { FileOutcome } from "../../../platform/multipart/received-file.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { addFile, type UploadedFile } from "../../forms/index.ts";
import {
  finishPendingUpload,
  listUploadParts,
} from "../store/pending-upload-store.ts";
import {
  findUpload,
  type UploadIntoDraft,
  type UploadRefusal,
} from "./pending-upload.ts";
import { discardUpload } from "./discard-upload.ts";
import { saveDraft } from "./save-draft.ts";
import { noteVerdict, scanReceived, type UploadPorts } from "./scan-file.ts";

type FinishUploadInput = UploadIntoDraft & {
  /** Stored, but not noted: the upload counts as unfinished until all of this is done. */
  readonly lastPart: string;
};

/**
 * Makes one file of the parts, checks its content, has it scanned and puts it into the draft. A crash anywhere in between loses nothing:
 * the applicant's device brings the last part again, and what was done is found done.
 */
export async function finishUpload(
  context: Context,
  input: FinishUploadInput,
  ports: UploadPorts,
): Promise<Result<void, UploadRefusal>> {
  const { upload, lastPart } = input;
  const earlier = await context.read((db) =>
    listUploadParts(db, context.tenantId, upload.id),
  );
  const parts = [...earlier, lastPart];
  const outcome = await assemble(context, { parts, upload }, ports);
  const { files, verdicts } = await scanReceived(context, ports, [
    {
      field: upload.fieldPath,
      filename:
        outcome.kind === "stored"
          ? withEndingOf(upload.filename, outcome.mediaType)
          : upload.filename,
      outcome,
    },
  ]);
  const [file] = files;
  const taken = file
    ? await takeIntoDraft(context, input, file)
    : refuse({ kind: "changed-meanwhile" } as const);
  if (!taken.ok) {
    await removeAll(context, ports, [upload.id, lastPart]);
    await discardUpload(context, ports, upload.id);
    return taken;
  }
  await noteFinished(context, upload.id, verdicts);
  await removeAll(context, ports, parts);
  return ok(undefined);
}

type Whole = {
  readonly parts: readonly string[];
  readonly upload: FinishUploadInput["upload"];
};

/** The file has the id of the upload. One that is there already is whole (the store knows no half ones) and is only looked at. */
async function assemble(
  context: Context,
  { parts, upload }: Whole,
  ports: UploadPorts,
): Promise<FileOutcome> {
  const fileId = upload.id;
  const key = { tenantId: context.tenantId, fileId };
  const limits = {
    maxFileBytes: upload.sizeBytes,
    leftBytes: upload.sizeBytes,
  };
  try {
    return await storeCheckedFile(contentOf(context, parts, ports), limits, {
      store: async (content) => ({
        ...(await ports.files.put(content, key, context.cipher)),
        fileId,
      }),
    });
  } catch (fault) {
    const isThere = fault instanceof FileStoreError && fault.code === "exists";
    if (!isThere) throw fault;
    return storeCheckedFile(contentOf(context, [fileId], ports), limits, {
      store: async (content) => ({ ...(await measure(content)), fileId }),
    });
  }
}

async function* contentOf(
  { tenantId, cipher }: Context,
  fileIds: readonly string[],
  { files }: UploadPorts,
): AsyncGenerator<Uint8Array> {
  for (const fileId of fileIds)
    yield* bytesOf(await files.open({ tenantId, fileId }, cipher));
}

async function* bytesOf(
  stream: AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream)
    if (chunk instanceof Uint8Array) yield chunk;
}

async function measure(
  content: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}

/** Each time somebody else's save came in between. */
const triesToSave = 20;

async function takeIntoDraft(
  context: Context,
  { draft: opened, upload, reopen }: FinishUploadInput,
  file: UploadedFile,
): Promise<Result<void, UploadRefusal>> {
  let draft: typeof opened | undefined = opened;
  // What saved in between may have given the field another place.
  let field = upload.fieldPath;
  for (let tries = 0; tries < triesToSave; tries++) {
    if (!draft || draft.isSubmitted) break;
    const added = addFile(draft.definition, draft.answers, { ...file, field });
    if (!added.ok) return added;
    if (added.value === draft.answers) return ok(undefined);
    const saved = await saveDraft(context, draft, { answers: added.value });
    if (saved.ok) return ok(undefined);
    draft = await reopen();
    const moved = draft && (await findUpload(context, draft, upload.id));
    if (!moved) break;
    field = moved.fieldPath;
  }
  return refuse({ kind: "changed-meanwhile" });
}

async function noteFinished(
  context: Context,
  uploadId: string,
  verdicts: ReadonlyMap<string, ScanVerdict>,
): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    await finishPendingUpload(db, tenantId, { uploadId, now });
    for (const [fileId, verdict] of verdicts)
      await noteVerdict(context, db, { fileId, verdict });
  });
}

async function removeAll(
  { tenantId }: Context,
  { files }: UploadPorts,
  fileIds: readonly string[],
): Promise<void> {
  for (const fileId of fileIds) await files.remove({ tenantId, fileId });
}
