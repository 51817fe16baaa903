import type { Db } from "../../../platform/database/database.ts";
import type { DraftChange } from "./draft-change-store.ts";
import type { SubmissionsTables } from "./tables.ts";

export type DraftMove = Omit<DraftChange, "taken" | "dropped"> & {
  readonly formVersionId: string;
  /** Encrypted; what the version moved to does not ask. */
  readonly kept: Buffer | null;
};

/** Moves the draft to another form version. False when it was sent or saved meanwhile. */
export async function moveDraftRow(
  db: Db,
  tenantId: string,
  move: DraftMove,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set((row) => ({
      form_version_id: move.formVersionId,
      answers: move.answers,
      kept_answers: move.kept,
      revision: row("revision", "+", 1),
      updated_at: move.now,
      expires_at: move.expiresAt,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", move.draftId)
    .where("revision", "=", move.revision)
    .where("submitted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps or forgets what was left over. */
export async function setKeptAnswers(
  db: Db,
  tenantId: string,
  { draftId, kept }: { readonly draftId: string; readonly kept: Buffer | null },
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set({ kept_answers: kept })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .execute();
}
