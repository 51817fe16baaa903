import type { Context } from "../../../platform/context/context.ts";
import type { StoredFile } from "../../../platform/files/file-store.ts";
import { createContentInspector } from "../../../platform/files/media-type.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { addFile } from "../../forms/index.ts";
import { partBytes } from "../domain/upload-limits.ts";
import { insertUploadPart } from "../store/pending-upload-store.ts";
import { createPartReader } from "./part-reader.ts";
import { discardUpload } from "./discard-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import type { UploadIntoDraft, UploadRefusal } from "./pending-upload.ts";
import type { UploadPorts } from "./scan-file.ts";

export type AppendUploadInput = UploadIntoDraft & {
  /** What comes from `receivedBytes` on. */
  readonly content: AsyncIterable<Uint8Array>;
};

/**
 * Stores what comes of an upload in parts, each encrypted and durable before the next begins, up to where the content ends or breaks
 * off. With the last part it becomes a file of the draft. Gives how much is stored.
 */
export async function appendUpload(
  context: Context,
  input: AppendUploadInput,
  ports: UploadPorts,
): Promise<Result<number, UploadRefusal>> {
  const { upload, content } = input;
  const reader = createPartReader(content);
  let offset = upload.receivedBytes;
  while (offset < upload.sizeBytes && (await reader.hasMore())) {
    const maxBytes = Math.min(partBytes, upload.sizeBytes - offset);
    const part = await storePart(context, ports, {
      content: reader.next(maxBytes),
      isFirst: offset === 0,
    });
    if (part.isUnwanted) {
      await removeFile(context, ports, part.fileId);
      return refuseType(context, input, ports);
    }
    const end = offset + part.sizeBytes;
    if (end === upload.sizeBytes) {
      const finished = await finishUpload(
        context,
        {
          ...input,
          lastPart: part.fileId,
        },
        ports,
      );
      return finished.ok ? ok(end) : finished;
    }
    const isNext = await context.transaction((db) =>
      insertUploadPart(db, context.tenantId, {
        fileId: part.fileId,
        uploadId: upload.id,
        startBytes: offset,
        sizeBytes: part.sizeBytes,
      }),
    );
    if (!isNext) {
      await removeFile(context, ports, part.fileId);
      return refuse({ kind: "changed-meanwhile" });
    }
    offset = end;
  }
  return ok(offset);
}

type Part = StoredFile & {
  readonly fileId: string;
  /** Begins like nothing that anybody may upload. */
  readonly isUnwanted: boolean;
};

async function storePart(
  context: Context,
  { files }: UploadPorts,
  part: {
    readonly content: AsyncIterable<Uint8Array>;
    readonly isFirst: boolean;
  },
): Promise<Part> {
  const fileId = newId();
  const inspector = createContentInspector();
  let isUnwanted = false;
  async function* inspected() {
    for await (const chunk of part.content) {
      isUnwanted ||= part.isFirst && inspector.inspect(chunk) !== undefined;
      yield chunk;
    }
  }
  const stored = await files.put(
    inspected(),
    { tenantId: context.tenantId, fileId },
    context.cipher,
  );
  return { ...stored, fileId, isUnwanted };
}

/** Nobody has to wait for the rest of a file that will not be taken. */
async function refuseType(
  context: Context,
  { draft, upload }: AppendUploadInput,
  ports: UploadPorts,
): Promise<Result<number, UploadRefusal>> {
  await discardUpload(context, ports, upload.id);
  const { fieldPath, filename } = upload;
  const refused = addFile(draft.definition, draft.answers, {
    field: fieldPath,
    filename,
    outcome: { kind: "type-not-allowed" },
  });
  return refused.ok ? refuse({ kind: "changed-meanwhile" }) : refused;
}

function removeFile(
  { tenantId }: Context,
  { files }: UploadPorts,
  fileId: string,
): Promise<void> {
  return files.remove({ tenantId, fileId });
}
