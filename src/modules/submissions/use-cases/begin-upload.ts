import type { Context } from "../../../platform/context/context.ts";
import { cleanFilename } from "../../../platform/multipart/clean-filename.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  findFilePlace,
  listFiles,
  type FieldError,
  type FileNotTaken,
  type FilePlace,
} from "../../forms/index.ts";
import {
  maxDraftBytes,
  maxFileBytes,
  maxUnfinishedUploads,
  uploadTermMs,
} from "../domain/upload-limits.ts";
import {
  insertPendingUpload,
  listPendingUploads,
  lockOpenDraft,
  type StoredPendingUpload,
} from "../store/pending-upload-store.ts";
import type { Draft } from "../domain/draft.ts";
import { sealDescription, type PendingUpload } from "./pending-upload.ts";

export type BeginUploadInput = {
  readonly fieldPath: string;
  readonly filename: string;
  readonly lastModified: number;
  readonly sizeBytes: number;
};

export type BeginUploadRefusal =
  | FileNotTaken
  /** No file field of this form, or the draft was sent meanwhile. */
  | { readonly kind: "not-found" };

/**
 * Begins an upload before its first byte has come, if the field and the draft will have room for it. Those that have begun count as if
 * they were there, and several begun at once are counted one after the other.
 */
export async function beginUpload(
  context: Context,
  draft: Draft,
  input: BeginUploadInput,
): Promise<Result<PendingUpload, BeginUploadRefusal>> {
  const { fieldPath, sizeBytes } = input;
  const place = findFilePlace(draft.definition, draft.answers, fieldPath);
  if (!place) return refuse({ kind: "not-found" });
  const upload: PendingUpload = {
    id: newId(),
    fieldPath,
    filename: cleanFilename(input.filename),
    lastModified: input.lastModified,
    sizeBytes,
    receivedBytes: 0,
    createdAt: context.now,
  };
  const description = await sealDescription(context, upload.id, upload);
  return context.transaction(async (db) => {
    const { tenantId, now } = context;
    if (!(await lockOpenDraft(db, tenantId, draft.id)))
      return refuse({ kind: "not-found" });
    const begun = await listPendingUploads(db, tenantId, {
      draftId: draft.id,
      now,
    });
    const error = problemOf(upload, { draft, place, begun });
    if (error) return refuse({ kind: "not-taken", error });
    await insertPendingUpload(db, tenantId, {
      id: upload.id,
      draftId: draft.id,
      fieldPath,
      description,
      sizeBytes,
      now,
      expiresAt: new Date(now.getTime() + uploadTermMs),
    });
    return ok(upload);
  });
}

type Surroundings = {
  readonly draft: Draft;
  readonly place: FilePlace;
  readonly begun: readonly StoredPendingUpload[];
};

function problemOf(
  { fieldPath, filename, sizeBytes }: PendingUpload,
  { draft, place, begun }: Surroundings,
): FieldError | undefined {
  const { field, files, maxFiles } = place;
  const at = (
    code: FieldError["code"],
    params: FieldError["params"] = {},
  ): FieldError => ({
    path: fieldPath,
    pageKey: place.pageKey,
    label: field.label,
    code,
    params: { ...params, filename },
  });
  if (sizeBytes === 0) return at("file-empty");
  const maxBytes = Math.min(field.maxBytes, maxFileBytes);
  if (sizeBytes > maxBytes) return at("file-too-large", { maxBytes });
  const ofField = begun.filter((other) => other.field_path === fieldPath);
  if (files.length + ofField.length >= maxFiles)
    return at("file-too-many", { max: maxFiles });
  if (begun.length >= maxUnfinishedUploads)
    return at("file-too-many-at-once", { max: maxUnfinishedUploads });
  const usedBytes =
    sum(listFiles(draft.answers).map((file) => file.sizeBytes)) +
    sum(begun.map((other) => other.size_bytes));
  return usedBytes + sizeBytes > maxDraftBytes
    ? at("file-no-room", { maxBytes: maxDraftBytes })
    : undefined;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
