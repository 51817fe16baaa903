import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

/**
 * Removes a draft with its keys, unless it was sent and its term is not over. Gives the files that were not sent, which are forgotten
 * with it; undefined when the draft stays. The draft's row is locked first: sending it at the same moment comes before or finds nothing.
 */
export async function deleteDraft(
  db: Db,
  tenantId: string,
  { draftId, now }: { readonly draftId: string; readonly now: Date },
): Promise<string[] | undefined> {
  const tables = db.$extendTables<SubmissionsTables>();
  const draft = await tables
    .deleteFrom("submissions.draft")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where((row) =>
      row.or([row("submitted_at", "is", null), row("expires_at", "<=", now)]),
    )
    .returning("id")
    .executeTakeFirst();
  if (!draft) return undefined;
  const unsent = await tables
    .deleteFrom("submissions.upload")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .where("submission_id", "is", null)
    .returning("file_id")
    .execute();
  const parts = await deleteUnfinishedUploads(db, tenantId, draftId);
  return [...unsent.map((row) => row.file_id), ...parts];
}

async function deleteUnfinishedUploads(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<string[]> {
  const tables = db.$extendTables<SubmissionsTables>();
  await tables
    .deleteFrom("submissions.pending_upload")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .execute();
  const parts = await tables
    .deleteFrom("submissions.upload_part")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .returning("file_id")
    .execute();
  return parts.map((row) => row.file_id);
}
