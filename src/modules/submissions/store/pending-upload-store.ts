import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";
import type { ScanState } from "./upload-store.ts";

export type StoredPendingUpload = {
  id: string;
  field_path: string;
  description: Buffer;
  size_bytes: number;
  received_bytes: number;
  created_at: Date;
  finished_at: Date | null;
};

export type NewPendingUpload = {
  readonly id: string;
  readonly draftId: string;
  readonly fieldPath: string;
  readonly description: Buffer;
  readonly sizeBytes: number;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Makes others who begin an upload for the same draft wait until this transaction ends. False when the draft is gone or sent. */
export async function lockOpenDraft(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<boolean> {
  const draft = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where("submitted_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return draft !== undefined;
}

export async function insertPendingUpload(
  db: Db,
  tenantId: string,
  upload: NewPendingUpload,
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.pending_upload")
    .values({
      tenant_id: tenantId,
      id: upload.id,
      draft_id: upload.draftId,
      field_path: upload.fieldPath,
      description: upload.description,
      size_bytes: upload.sizeBytes,
      created_at: upload.now,
      expires_at: upload.expiresAt,
    })
    .execute();
}

type OfDraft = { readonly draftId: string; readonly now: Date };

/** An upload of this draft that has not expired; also one that is finished. */
export function findPendingUpload(
  db: Db,
  tenantId: string,
  { uploadId, ...draft }: OfDraft & { readonly uploadId: string },
): Promise<StoredPendingUpload | undefined> {
  return pendingUploads(db, tenantId, draft)
    .where("id", "=", uploadId)
    .executeTakeFirst();
}

/** Uploads of this draft that have begun and are not finished, the oldest first. */
export function listPendingUploads(
  db: Db,
  tenantId: string,
  draft: OfDraft,
): Promise<StoredPendingUpload[]> {
  return pendingUploads(db, tenantId, draft)
    .where("finished_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export type StoredDraftUploads = {
  readonly pending: readonly StoredPendingUpload[];
  readonly scans: ReadonlyMap<string, ScanState>;
};

/** Uploads of a draft that have begun and are not finished, and what the scanner said of those that are, in one statement. */
export async function listDraftUploads(
  db: Db,
  tenantId: string,
  { draftId, now }: OfDraft,
): Promise<StoredDraftUploads> {
  const { rows } = await sql<
    StoredPendingUpload & { scan_state: ScanState | null }
  >`
    select id, field_path, description, size_bytes, received_bytes, created_at, finished_at, null as scan_state
    from submissions.pending_upload
    where tenant_id = ${tenantId} and draft_id = ${draftId} and expires_at > ${now} and finished_at is null
    union all
    select file_id, '', ''::bytea, 1, 0, created_at, null, scan_state
    from submissions.upload
    where tenant_id = ${tenantId} and draft_id = ${draftId}
    order by created_at, id
  `.execute(db);
  return {
    pending: rows.filter((row) => row.scan_state === null),
    scans: new Map(
      rows.flatMap(({ id, scan_state }) =>
        scan_state === null ? [] : [[id, scan_state] as const],
      ),
    ),
  };
}

/** The field of an upload has another place now. */
export async function movePendingUpload(
  db: Db,
  tenantId: string,
  {
    uploadId,
    fieldPath,
  }: { readonly uploadId: string; readonly fieldPath: string },
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.pending_upload")
    .set({ field_path: fieldPath })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", uploadId)
    .execute();
}

function pendingUploads(db: Db, tenantId: string, { draftId, now }: OfDraft) {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.pending_upload")
    .select([
      "id",
      "field_path",
      "description",
      "size_bytes",
      "received_bytes",
      "created_at",
      "finished_at",
    ])
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .where("expires_at", ">", now);
}

export type NewPart = {
  readonly fileId: string;
  readonly uploadId: string;
  readonly startBytes: number;
  readonly sizeBytes: number;
};

/** Notes a part that was stored, if it is exactly the next one. Of several that bring the same part one wins. */
export async function insertUploadPart(
  db: Db,
  tenantId: string,
  { fileId, uploadId, startBytes, sizeBytes }: NewPart,
): Promise<boolean> {
  const { rows } = await sql<{ file_id: string }>`
    with upload as (
      update submissions.pending_upload
      set received_bytes = received_bytes + ${sizeBytes}
      where tenant_id = ${tenantId} and id = ${uploadId}
        and received_bytes = ${startBytes} and finished_at is null
      returning id, draft_id
    )
    insert into submissions.upload_part (tenant_id, file_id, upload_id, draft_id, start_bytes, size_bytes)
    select ${tenantId}, ${fileId}, id, draft_id, ${startBytes}::integer, ${sizeBytes}::integer from upload
    returning file_id
  `.execute(db);
  return rows.length === 1;
}

/** Ids of the files that the parts are, in their order. */
export async function listUploadParts(
  db: Db,
  tenantId: string,
  uploadId: string,
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.upload_part")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .where("upload_id", "=", uploadId)
    .orderBy("start_bytes")
    .execute();
  return rows.map((row) => row.file_id);
}

/** Notes that the file is whole and in the draft. Gives the parts, which are forgotten with it. */
export async function finishPendingUpload(
  db: Db,
  tenantId: string,
  { uploadId, now }: { readonly uploadId: string; readonly now: Date },
): Promise<string[]> {
  await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.pending_upload")
    .set((row) => ({ finished_at: now, received_bytes: row.ref("size_bytes") }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", uploadId)
    .execute();
  return deleteParts(db, tenantId, uploadId);
}

/** Forgets an upload; gives its parts, which are forgotten with it. */
export async function deletePendingUpload(
  db: Db,
  tenantId: string,
  uploadId: string,
): Promise<string[]> {
  await db
    .$extendTables<SubmissionsTables>()
    .deleteFrom("submissions.pending_upload")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", uploadId)
    .execute();
  return deleteParts(db, tenantId, uploadId);
}

async function deleteParts(
  db: Db,
  tenantId: string,
  uploadId: string,
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .deleteFrom("submissions.upload_part")
    .where("tenant_id", "=", tenantId)
    .where("upload_id", "=", uploadId)
    .returning("file_id")
    .execute();
  return rows.map((row) => row.file_id);
}

/** Uploads past their term, finished or not. */
export async function listExpiredUploads(
  db: Db,
  tenantId: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.pending_upload")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("expires_at", "<=", now)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
