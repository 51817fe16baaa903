import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

/** What was taken away of one submission. */
export type RemovedSubmission = {
  readonly corrections: number;
  readonly fileIds: readonly string[];
  readonly draftIds: readonly string[];
  readonly statusKeyHash: Buffer;
  readonly ownerId: string | null;
  readonly actingAccountId: string | null;
};

/**
 * Takes away what was sent with its corrections, its files and the drafts it came from; undefined where it is gone already. The database
 * refuses it outside of a deletion.
 */
export async function deleteSubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<RemovedSubmission | undefined> {
  const tables = db.$extendTables<SubmissionsTables>();
  const { rows } = await sql<{ id: string }>`
    select draft_id as id from submissions.submission where tenant_id = ${tenantId} and id = ${submissionId}
    union select draft_id from submissions.amendment where tenant_id = ${tenantId} and submission_id = ${submissionId}
    union select id from submissions.draft where tenant_id = ${tenantId} and amends_submission_id = ${submissionId}
  `.execute(db);
  const draftIds = rows.map(({ id }) => id);
  const fileIds = await deleteFiles(db, tenantId, { submissionId, draftIds });
  const { numDeletedRows } = await tables
    .deleteFrom("submissions.amendment")
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .executeTakeFirst();
  // Their keys go with them.
  await sql`delete from submissions.draft where tenant_id = ${tenantId} and id = any(${draftIds}::uuid[])`.execute(
    db,
  );
  // Its applicant's marks go with it.
  const row = await tables
    .deleteFrom("submissions.submission")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", submissionId)
    .returning(["status_key_hash", "owner_id", "acting_account_id"])
    .executeTakeFirst();
  return (
    row && {
      corrections: Number(numDeletedRows),
      fileIds,
      draftIds,
      statusKeyHash: row.status_key_hash,
      ownerId: row.owner_id,
      actingAccountId: row.acting_account_id,
    }
  );
}

async function deleteFiles(
  db: Db,
  tenantId: string,
  {
    submissionId,
    draftIds,
  }: { readonly submissionId: string; readonly draftIds: readonly string[] },
): Promise<string[]> {
  const drafts = [...draftIds];
  const { rows } = await sql<{ file_id: string }>`
    with pending as (
      delete from submissions.pending_upload where tenant_id = ${tenantId} and draft_id = any(${drafts}::uuid[])
    ), parts as (
      delete from submissions.upload_part where tenant_id = ${tenantId} and draft_id = any(${drafts}::uuid[])
      returning file_id
    ), uploads as (
      delete from submissions.upload
      where tenant_id = ${tenantId} and (submission_id = ${submissionId} or draft_id = any(${drafts}::uuid[]))
      returning file_id
    )
    select file_id from parts union all select file_id from uploads
  `.execute(db);
  return rows.map((row) => row.file_id);
}
