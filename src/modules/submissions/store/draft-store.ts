import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { SubmissionsTables } from "./tables.ts";

export type StoredDraft = {
  id: string;
  leistung_slug: string;
  form_version_id: string;
  answers: Buffer | null;
  revision: number;
  created_at: Date;
  expires_at: Date;
  submitted_at: Date | null;
  reminder_email: Buffer | null;
  kept_answers: Buffer | null;
  own_data: Buffer | null;
  owner_id: string | null;
  acting_account_id: string | null;
  amends_submission_id: string | null;
  correction: Buffer | null;
  intake_by: string | null;
  intake: Buffer | null;
};

export type NewDraft = {
  readonly id: string;
  readonly leistungSlug: string;
  readonly formVersionId: string;
  readonly answers: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
  /** Absent for a guest. */
  readonly owner?: DraftOwner | undefined;
  /** Of what a caseworker fills in for somebody: with whom it lies, and whom it is for. */
  readonly intake?: DraftIntake | undefined;
};

export type DraftIntake = {
  readonly by: string;
  /** Encrypted. */
  readonly sealed: Buffer;
  readonly leistungTitle: string;
};

export type DraftOwner = {
  readonly ownerId: string;
  readonly accountId: string;
  readonly leistungTitle: string;
};

export async function insertDraft(
  db: Db,
  tenantId: string,
  draft: NewDraft,
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.draft")
    .values({
      tenant_id: tenantId,
      id: draft.id,
      leistung_slug: draft.leistungSlug,
      form_version_id: draft.formVersionId,
      answers: draft.answers,
      created_at: draft.now,
      updated_at: draft.now,
      expires_at: draft.expiresAt,
      ...ownerColumns(draft.owner),
      ...intakeColumns(draft.intake),
    })
    .execute();
}

function ownerColumns(owner: DraftOwner | undefined) {
  return owner
    ? {
        owner_id: owner.ownerId,
        acting_account_id: owner.accountId,
        leistung_title: owner.leistungTitle,
      }
    : {};
}

function intakeColumns(intake: DraftIntake | undefined) {
  return intake
    ? {
        intake_by: intake.by,
        intake: intake.sealed,
        leistung_title: intake.leistungTitle,
      }
    : {};
}

export type NewDraftKey = {
  readonly keyHash: Buffer;
  readonly draftId: string;
  readonly purpose: "browser" | "link";
  readonly now: Date;
};

export async function insertDraftKey(
  db: Db,
  tenantId: string,
  key: NewDraftKey,
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.draft_key")
    .values({
      tenant_id: tenantId,
      key_hash: key.keyHash,
      draft_id: key.draftId,
      purpose: key.purpose,
      created_at: key.now,
    })
    .execute();
}

/** What a draft is read by. */
export const draftColumns = [
  "draft.id",
  "draft.leistung_slug",
  "draft.form_version_id",
  "draft.answers",
  "draft.revision",
  "draft.created_at",
  "draft.expires_at",
  "draft.submitted_at",
  "draft.reminder_email",
  "draft.kept_answers",
  "draft.own_data",
  "draft.owner_id",
  "draft.acting_account_id",
  "draft.amends_submission_id",
  "draft.correction",
  "draft.intake_by",
  "draft.intake",
] as const;

type DraftKeyValues = {
  readonly tenantId: string;
  readonly keyHash: Buffer;
  readonly now: Date;
};

/** Whoever it belongs to. */
const draftOfKey = (db: Db, value: ValueOf<DraftKeyValues>) =>
  db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft_key as key")
    .innerJoin("submissions.draft as draft", (join) =>
      join
        .onRef("draft.tenant_id", "=", "key.tenant_id")
        .onRef("draft.id", "=", "key.draft_id"),
    )
    .where("key.tenant_id", "=", value("tenantId"))
    .where("key.key_hash", "=", value("keyHash"))
    .where("draft.expires_at", ">", value("now"))
    .where("draft.intake_by", "is", null)
    .select(draftColumns);

const selectUnseen = fixedStatement(draftOfKey);

const selectOwn = fixedStatement(
  (db, value: ValueOf<DraftKeyValues & { readonly ownerId: string | null }>) =>
    draftOfKey(db, value).where((row) =>
      row.or([
        row("draft.owner_id", "is", null),
        row("draft.owner_id", "=", value("ownerId")),
      ]),
    ),
);

/**
 * The draft a key opens, unless it expired. Of a guest's draft the hash is the permission; one that belongs to somebody is found only
 * in their own session (`ownerId`).
 */
export async function findDraftByKey(
  db: Db,
  tenantId: string,
  {
    keyHash,
    ownerId,
    isUnseen = false,
    now,
  }: {
    readonly keyHash: Buffer;
    readonly ownerId: string | undefined;
    /** Whoever it belongs to, for writing into it only. */
    readonly isUnseen?: boolean;
    readonly now: Date;
  },
): Promise<StoredDraft | undefined> {
  const values = { tenantId, keyHash, now };
  const [found] = isUnseen
    ? await selectUnseen(db, values)
    : await selectOwn(db, { ...values, ownerId: ownerId ?? null });
  return found;
}

/** Gives a guest's draft to somebody; false when it was sent or belongs to somebody already. */
export async function setDraftOwner(
  db: Db,
  tenantId: string,
  { draftId, owner }: { readonly draftId: string; readonly owner: DraftOwner },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set({
      owner_id: owner.ownerId,
      acting_account_id: owner.accountId,
      leistung_title: owner.leistungTitle,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where("owner_id", "is", null)
    .where("submitted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ids of drafts nobody touched for so long that they are removed. */
export async function listExpiredDrafts(
  db: Db,
  tenantId: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("expires_at", "<=", now)
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
