import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

export type CorrectionDraft = {
  readonly id: string;
  readonly submissionId: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly formVersionId: string;
  readonly answers: Buffer;
  /** Encrypted: what is asked. */
  readonly correction: Buffer;
  readonly owner:
    | { readonly ownerId: string; readonly accountId: string }
    | undefined;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Begins the draft of a correction; false where there is one that was not sent. */
export async function insertCorrectionDraft(
  db: Db,
  tenantId: string,
  draft: CorrectionDraft,
): Promise<boolean> {
  const inserted = await db
    .$extendTables<SubmissionsTables>()
    .insertInto("submissions.draft")
    .values({
      tenant_id: tenantId,
      id: draft.id,
      leistung_slug: draft.leistungSlug,
      leistung_title: draft.leistungTitle,
      form_version_id: draft.formVersionId,
      answers: draft.answers,
      created_at: draft.now,
      updated_at: draft.now,
      expires_at: draft.expiresAt,
      owner_id: draft.owner?.ownerId ?? null,
      acting_account_id: draft.owner?.accountId ?? null,
      amends_submission_id: draft.submissionId,
      correction: draft.correction,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "amends_submission_id"])
        .where("amends_submission_id", "is not", null)
        .where("submitted_at", "is", null)
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The correction of a submission that was begun and not sent. */
export async function findCorrectionDraft(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("amends_submission_id", "=", submissionId)
    .where("submitted_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}

/** From now on the draft answers this request. Counts as a save, so that no summary of the one before is sent. */
export async function updateCorrection(
  db: Db,
  tenantId: string,
  {
    draftId,
    correction,
    expiresAt,
  }: {
    readonly draftId: string;
    readonly correction: Buffer;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set((row) => ({
      correction,
      expires_at: expiresAt,
      revision: row("revision", "+", 1),
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where("submitted_at", "is", null)
    .execute();
}
