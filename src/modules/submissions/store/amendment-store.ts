import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

export type StoredAmendment = {
  version: number;
  request_id: string;
  answers: Buffer;
  content_hash: string;
  submitted_at: Date;
  sender: Buffer | null;
  own_data: Buffer | null;
};

export type NewAmendment = {
  readonly submissionId: string;
  readonly version: number;
  readonly draftId: string;
  /** The revision that was checked; another save since then must be checked again. */
  readonly draftRevision: number;
  readonly requestId: string;
  readonly answers: Buffer;
  readonly contentHash: string;
  readonly fileIds: readonly string[];
  readonly submittedAt: Date;
  /** Encrypted; absent for a guest. */
  readonly sender: Buffer | undefined;
  readonly ownData: Buffer | undefined;
};

/**
 * Turns the draft of a correction into the next version of its submission in one statement. False when it was sent already, saved since, or
 * malware was found in one of its files: the row lock on the draft lets exactly one of many win.
 */
export async function insertAmendment(
  db: Db,
  tenantId: string,
  amendment: NewAmendment,
): Promise<boolean> {
  const { submissionId, draftId, submittedAt, fileIds } = amendment;
  const { rows } = await sql<{ version: number }>`
    with draft as (
      update submissions.draft
      set submitted_at = ${submittedAt}, answers = null, kept_answers = null, own_data = null, reminder_email = null
      where tenant_id = ${tenantId} and id = ${draftId} and amends_submission_id = ${submissionId}
        and submitted_at is null and revision = ${amendment.draftRevision}
        and not exists (
          select from submissions.upload
          where tenant_id = ${tenantId} and draft_id = ${draftId}
            and file_id = any(${fileIds}::uuid[]) and scan_state = 'infected'
        )
      returning id
    ), files as (
      update submissions.upload set submission_id = ${submissionId}
      from draft
      where tenant_id = ${tenantId} and draft_id = draft.id and file_id = any(${fileIds}::uuid[])
    )
    insert into submissions.amendment (
      tenant_id, submission_id, version, draft_id, request_id, answers, content_hash, submitted_at, sender, own_data
    )
    select
      ${tenantId}, ${submissionId}, ${amendment.version}, draft.id, ${amendment.requestId}, ${amendment.answers}, ${amendment.contentHash},
      ${submittedAt}::timestamptz, ${amendment.sender ?? null}::bytea, ${amendment.ownData ?? null}::bytea
    from draft
    returning version
  `.execute(db);
  return rows.length === 1;
}

/** Later versions of a submission, from the second on. */
export function listAmendments(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<StoredAmendment[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.amendment")
    .select([
      "version",
      "request_id",
      "answers",
      "content_hash",
      "submitted_at",
      "sender",
      "own_data",
    ])
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .orderBy("version")
    .execute();
}

/** By the draft it was made from. */
export function findAmendmentOfDraft(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<{ submission_id: string; version: number } | undefined> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.amendment")
    .select(["submission_id", "version"])
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .executeTakeFirst();
}
