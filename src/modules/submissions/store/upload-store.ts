import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

export type NewUploads = {
  readonly draftId: string;
  readonly fileIds: readonly string[];
  readonly now: Date;
};

/** Notes which draft the stored files belong to. */
export async function insertUploads(
  db: Db,
  tenantId: string,
  { draftId, fileIds, now }: NewUploads,
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.upload")
    .values(
      fileIds.map((fileId) => ({
        tenant_id: tenantId,
        file_id: fileId,
        draft_id: draftId,
        created_at: now,
      })),
    )
    .execute();
}

/** Forgets files that a draft has no more; what was sent stays known. */
export async function deleteUploads(
  db: Db,
  tenantId: string,
  { draftId, fileIds }: Omit<NewUploads, "now">,
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .$extendTables<SubmissionsTables>()
    .deleteFrom("submissions.upload")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .where("file_id", "in", fileIds)
    .where("submission_id", "is", null)
    .execute();
}

/** Which of these files a row still knows. */
export async function listKnownFiles(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.upload")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .where("file_id", "in", fileIds)
    .execute();
  return rows.map((row) => row.file_id);
}
