import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { NewSubmission, SubmissionOwner } from "./submission-store.ts";
import {
  intakeColumns,
  ownerColumns,
  proofColumns,
} from "./submission-store.ts";
import type { SubmissionsTables } from "./tables.ts";
import type { ScanState } from "./upload-store.ts";

/** What the rows of a submission say that nobody needs to read it, but that goes along when it changes hands. */
export type TransferKeys = {
  readonly draftId: string;
  readonly versions: readonly {
    readonly version: number;
    readonly draftId: string;
    readonly requestId: string;
  }[];
  readonly uploads: readonly TransferredUpload[];
};

export type TransferredUpload = {
  readonly fileId: string;
  readonly draftId: string;
  readonly createdAt: Date;
  readonly scan: ScanState;
  readonly scannedAt: Date | undefined;
};

export async function findTransferKeys(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<TransferKeys | undefined> {
  const tables = db.$extendTables<SubmissionsTables>();
  const [submission, versions, uploads] = await Promise.all([
    tables
      .selectFrom("submissions.submission")
      .select("draft_id")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", submissionId)
      .executeTakeFirst(),
    tables
      .selectFrom("submissions.amendment")
      .select(["version", "draft_id as draftId", "request_id as requestId"])
      .where("tenant_id", "=", tenantId)
      .where("submission_id", "=", submissionId)
      .orderBy("version")
      .execute(),
    tables
      .selectFrom("submissions.upload")
      .select(["file_id", "draft_id", "created_at", "scan_state", "scanned_at"])
      .where("tenant_id", "=", tenantId)
      .where("submission_id", "=", submissionId)
      .execute(),
  ]);
  return (
    submission && {
      draftId: submission.draft_id,
      versions,
      uploads: uploads.map((row) => ({
        fileId: row.file_id,
        draftId: row.draft_id,
        createdAt: row.created_at,
        scan: row.scan_state,
        scannedAt: row.scanned_at ?? undefined,
      })),
    }
  );
}

/** A submission with all its versions, encrypted for the tenant that it comes to. */
export type ArrivingSubmission = Omit<
  NewSubmission,
  "draftRevision" | "fileIds"
> & {
  readonly leistungSlug: string;
  readonly formVersionId: string;
  readonly owner: SubmissionOwner | undefined;
  readonly versions: readonly ArrivingVersion[];
  readonly uploads: readonly TransferredUpload[];
};

export type ArrivingVersion = {
  readonly version: number;
  readonly draftId: string;
  readonly requestId: string;
  readonly answers: Buffer;
  readonly contentHash: string;
  readonly submittedAt: Date;
  readonly sender: Buffer | undefined;
  readonly ownData: Buffer | undefined;
};

/**
 * Writes what this tenant does not have of a submission yet: all of it, or later versions and files of one that comes back. Idempotent.
 * True when the submission itself is new here.
 */
export async function insertArrived(
  db: Db,
  tenantId: string,
  arrived: ArrivingSubmission,
): Promise<boolean> {
  const isNew = await insertDeposit(db, tenantId, arrived);
  for (const version of arrived.versions)
    await insertVersion(db, tenantId, { ...version, submissionId: arrived.id });
  await insertFiles(db, tenantId, arrived);
  return isNew;
}

async function insertDeposit(
  db: Db,
  tenantId: string,
  arrived: ArrivingSubmission,
): Promise<boolean> {
  const { rows } = await sql`
    with written as (
      insert into submissions.submission (
        tenant_id, id, draft_id, reference, leistung_slug, leistung_title, form_version_id, answers,
        content_hash, status_key_hash, status_key, notification_email, submitted_at,
        owner_id, acting_account_id, assurance_level, identity_provider, signed_in_at, sender, own_data, intake_by, intake, arrival
      )
      values (
        ${tenantId}, ${arrived.id}, ${arrived.draftId}, ${arrived.reference}, ${arrived.leistungSlug},
        ${arrived.leistungTitle}, ${arrived.formVersionId}, ${arrived.answers}, ${arrived.contentHash},
        ${arrived.statusKeyHash}, ${arrived.statusKey}, ${arrived.notificationEmail}, ${arrived.submittedAt},
        ${ownerColumns(arrived.owner)}, ${proofColumns(arrived.proof)}, ${arrived.ownData ?? null}::bytea, ${intakeColumns(arrived.intake)}, ${arrived.arrival ?? null}::bytea
      )
      on conflict (tenant_id, id) do nothing
      returning tenant_id, id, submitted_at
    ), marked as (
      insert into submissions.applicant_mark (tenant_id, mark, submission_id, submitted_at)
      select tenant_id, unnest(${[...arrived.applicantMarks]}::bytea[]), id, submitted_at from written
    )
    select id from written
  `.execute(db);
  return rows.length === 1;
}

async function insertVersion(
  db: Db,
  tenantId: string,
  version: ArrivingVersion & { readonly submissionId: string },
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.amendment")
    .values({
      tenant_id: tenantId,
      submission_id: version.submissionId,
      version: version.version,
      draft_id: version.draftId,
      request_id: version.requestId,
      answers: version.answers,
      content_hash: version.contentHash,
      submitted_at: version.submittedAt,
      sender: version.sender ?? null,
      own_data: version.ownData ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertFiles(
  db: Db,
  tenantId: string,
  { id, uploads }: ArrivingSubmission,
): Promise<void> {
  if (uploads.length === 0) return;
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.upload")
    .values(
      uploads.map((upload) => ({
        tenant_id: tenantId,
        file_id: upload.fileId,
        draft_id: upload.draftId,
        submission_id: id,
        created_at: upload.createdAt,
        scan_state: upload.scan,
        scanned_at: upload.scannedAt ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
