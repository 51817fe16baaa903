import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

export type DraftCount = {
  readonly formVersionId: string;
  readonly drafts: number;
};

/** Drafts that were neither sent nor have expired. */
export async function countDraftsByVersion(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<readonly DraftCount[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select(({ fn }) => ["form_version_id", fn.countAll<string>().as("drafts")])
    .where("tenant_id", "=", tenantId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .groupBy("form_version_id")
    .execute();
  return rows.map((row) => ({
    formVersionId: row.form_version_id,
    drafts: Number(row.drafts),
  }));
}
