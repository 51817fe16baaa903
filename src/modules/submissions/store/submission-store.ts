import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedSql,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import { throwRefused } from "./nothing-to-send.ts";
import type { SubmissionsTables } from "./tables.ts";

export type StoredSubmission = {
  id: string;
  draft_id: string;
  reference: string;
  leistung_slug: string;
  leistung_title: string;
  form_version_id: string;
  answers: Buffer;
  content_hash: string;
  status_key: Buffer;
  notification_email: Buffer | null;
  submitted_at: Date;
  owner_id: string | null;
  acting_account_id: string | null;
  assurance_level: "none" | "low" | "substantial" | "high";
  sender: Buffer | null;
  own_data: Buffer | null;
  intake: Buffer | null;
  arrival: Buffer | null;
  office_slug: string | null;
  /** There are later versions. */
  is_amended: boolean;
};

export type NewSubmission = {
  readonly id: string;
  readonly draftId: string;
  /** The revision that was checked; another save since then must be checked again. */
  readonly draftRevision: number;
  readonly reference: string;
  readonly leistungTitle: string;
  /** Office that rules chose; absent: the one of the Leistung. */
  readonly officeSlug?: string | undefined;
  readonly answers: Buffer;
  readonly contentHash: string;
  readonly statusKeyHash: Buffer;
  readonly statusKey: Buffer;
  readonly notificationEmail: Buffer | null;
  readonly fileIds: readonly string[];
  readonly submittedAt: Date;
  /** Keyed hashes of who applies. */
  readonly applicantMarks: readonly Buffer[];
  /** Encrypted: which values came from the account; absent where none did. */
  readonly ownData?: Buffer | undefined;
  /** Absent for a guest. */
  readonly owner?: SubmissionOwner | undefined;
  /** How sure it was who applies; absent where nobody has proven anything. */
  readonly proof?: SubmissionProof | undefined;
  /** Encrypted: what came with it from another portal. */
  readonly arrival?: Buffer | undefined;
  /** Of what a caseworker took in: who, and encrypted how. */
  readonly intake?:
    | { readonly by: string; readonly sealed: Buffer }
    | undefined;
};

export type SubmissionOwner = {
  readonly ownerId: string;
  readonly accountId: string;
};

export type SubmissionProof = {
  readonly assuranceLevel: "low" | "substantial" | "high";
  readonly provider: string;
  readonly signedInAt: Date;
  /** Encrypted. */
  readonly sender: Buffer;
};

/**
 * Turns the draft into the submission in one statement: closes the draft, writes the submission, binds its files.
 * Where it cannot the statement fails in the database, with all that is sent along, and `NothingToSend` is thrown: the row lock on the draft
 * lets exactly one of many win.
 */
export async function insertSubmission(
  db: Db,
  tenantId: string,
  submission: NewSubmission,
): Promise<void> {
  const values = { ...submission, ...columnsOf(submission), tenantId };
  await insertSent(db, values).catch(throwRefused);
}

type Sender = SubmissionOwner & SubmissionProof;
type SenderColumns = {
  readonly [Key in keyof Sender]:
    | Sender[Key]
    | (Key extends "assuranceLevel" ? "none" : null);
};

const guestColumns: SenderColumns = {
  ...{ ownerId: null, accountId: null, assuranceLevel: "none" },
  ...{ provider: null, signedInAt: null, sender: null },
};

function columnsOf(submission: NewSubmission) {
  const { owner, proof, intake, ownData, officeSlug } = submission;
  const whose = owner && { ownerId: owner.ownerId, accountId: owner.accountId };
  const sender: SenderColumns = { ...guestColumns, ...whose, ...proof };
  return {
    ...sender,
    intakeBy: intake?.by ?? null,
    intake: intake?.sealed ?? null,
    ownData: ownData ?? null,
    officeSlug: officeSlug ?? null,
  };
}

type SentValues = Omit<NewSubmission, keyof ReturnType<typeof columnsOf>> &
  ReturnType<typeof columnsOf> & { readonly tenantId: string };

const insertSent = fixedSql(
  (value: ValueOf<SentValues>) => sql<{ id: string }>`
    with draft as (
      update submissions.draft
      set submitted_at = ${value("submittedAt")}, answers = null, kept_answers = null, own_data = null, reminder_email = null, intake = null
      where tenant_id = ${value("tenantId")} and id = ${value("draftId")}
        and submitted_at is null and revision = ${value("draftRevision")}
        and (owner_id is null or owner_id = ${value("ownerId")}::uuid)
        and intake_by is not distinct from ${value("intakeBy")}::uuid
        and not exists (
          select from submissions.upload
          where tenant_id = ${value("tenantId")} and draft_id = ${value("draftId")}
            and file_id = any(${value("fileIds")}::uuid[]) and scan_state = 'infected'
        )
      returning id, leistung_slug, form_version_id
    ), files as (
      update submissions.upload set submission_id = ${value("id")}
      from draft
      where tenant_id = ${value("tenantId")} and draft_id = draft.id
        and file_id = any(${value("fileIds")}::uuid[])
    ), written as (
    insert into submissions.submission (
      tenant_id, id, draft_id, reference, leistung_slug, leistung_title, form_version_id, answers,
      content_hash, status_key_hash, status_key, notification_email, submitted_at,
      owner_id, acting_account_id, assurance_level, identity_provider, signed_in_at, sender, own_data, intake_by, intake, office_slug
    )
    select
      ${value("tenantId")}, ${value("id")}, draft.id, ${value("reference")}, draft.leistung_slug,
      ${value("leistungTitle")}, draft.form_version_id, ${value("answers")}, ${value("contentHash")},
      ${value("statusKeyHash")}, ${value("statusKey")}, ${value("notificationEmail")}, ${value("submittedAt")}::timestamptz,
      ${value("ownerId")}::uuid, ${value("accountId")}::uuid, ${value("assuranceLevel")}, ${value("provider")}, ${value("signedInAt")}::timestamptz, ${value("sender")}::bytea, ${value("ownData")}::bytea, ${value("intakeBy")}::uuid, ${value("intake")}::bytea, ${value("officeSlug")}::text
    from draft
    returning tenant_id, id, submitted_at
    ), marked as (
      insert into submissions.applicant_mark (tenant_id, mark, submission_id, submitted_at)
      select tenant_id, unnest(${value("applicantMarks")}::bytea[]), id, submitted_at from written
    )
    select coalesce((select id from written), submissions.refuse_sending()) as id
  `,
);

/** Values of the columns about whose it is; nothing of a guest. */
export function ownerColumns(owner: SubmissionOwner | undefined) {
  return owner
    ? sql`${owner.ownerId}::uuid, ${owner.accountId}::uuid`
    : sql`null::uuid, null::uuid`;
}

/** Values of the columns about how a caseworker took it in; nothing of what citizens sent. */
export function intakeColumns(intake: NewSubmission["intake"]) {
  return intake
    ? sql`${intake.by}::uuid, ${intake.sealed}::bytea`
    : sql`null::uuid, null::bytea`;
}

/** Values of the columns about what was proven of the sender; nothing of a guest. */
export function proofColumns(proof: SubmissionProof | undefined) {
  if (!proof) return sql`'none', null, null::timestamptz, null::bytea`;
  const { assuranceLevel, provider } = proof;
  return sql`${assuranceLevel}, ${provider}, ${proof.signedInAt}::timestamptz, ${proof.sender}::bytea`;
}

/** By the draft it was made from. */
export function findSubmissionOfDraft(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<StoredSubmission | undefined> {
  return submissions(db, tenantId)
    .where("draft_id", "=", draftId)
    .executeTakeFirst();
}

export function findSubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<StoredSubmission | undefined> {
  return submissions(db, tenantId)
    .where("id", "=", submissionId)
    .executeTakeFirst();
}

/** Of its owner; undefined when it is somebody else's. */
export function findSubmissionOfOwner(
  db: Db,
  tenantId: string,
  {
    id,
    ownerId,
    actorId,
  }: {
    readonly id: string;
    readonly ownerId: string;
    /** Only what this account has sent for them. */
    readonly actorId?: string | undefined;
  },
): Promise<StoredSubmission | undefined> {
  return submissions(db, tenantId)
    .where("id", "=", id)
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .where("owner_id", "=", ownerId)
    .executeTakeFirst();
}

/** By the hash of the private status link. */
export function findSubmissionByStatusKey(
  db: Db,
  tenantId: string,
  statusKeyHash: Buffer,
): Promise<StoredSubmission | undefined> {
  return submissions(db, tenantId)
    .where("status_key_hash", "=", statusKeyHash)
    .executeTakeFirst();
}

/** What the public check of a receipt may know: no content. */
export function findReceiptByReference(
  db: Db,
  tenantId: string,
  reference: string,
): Promise<
  { id: string; content_hash: string; submitted_at: Date } | undefined
> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.submission")
    .select(["id", "content_hash", "submitted_at"])
    .where("tenant_id", "=", tenantId)
    .where("reference", "=", reference)
    .executeTakeFirst();
}

function submissions(db: Db, tenantId: string) {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.submission")
    .select((row) =>
      row
        .exists(
          row
            .selectFrom("submissions.amendment")
            .select("submissions.amendment.version")
            .where("submissions.amendment.tenant_id", "=", tenantId)
            .whereRef(
              "submissions.amendment.submission_id",
              "=",
              "submissions.submission.id",
            ),
        )
        .$castTo<boolean>()
        .as("is_amended"),
    )
    .select([
      "id",
      "draft_id",
      "reference",
      "leistung_slug",
      "leistung_title",
      "form_version_id",
      "answers",
      "content_hash",
      "status_key",
      "notification_email",
      "submitted_at",
      "owner_id",
      "acting_account_id",
      "assurance_level",
      "sender",
      "own_data",
      "intake",
      "arrival",
      "office_slug",
    ])
    .where("tenant_id", "=", tenantId);
}
