import type { Db } from "../../../platform/database/database.ts";
import { draftColumns, type StoredDraft } from "./draft-store.ts";
import type { SubmissionsTables } from "./tables.ts";

/** After sending, receipt and private link are shown to who sent it for this long. */
const shownAfterMs = 24 * 3_600_000;

/** A draft that lies with this caseworker; undefined for anybody else's, and some time after it was sent. */
export function findIntakeDraft(
  db: Db,
  tenantId: string,
  {
    draftId,
    staffId,
    now,
  }: {
    readonly draftId: string;
    readonly staffId: string;
    readonly now: Date;
  },
): Promise<StoredDraft | undefined> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft as draft")
    .where("draft.tenant_id", "=", tenantId)
    .where("draft.id", "=", draftId)
    .where("draft.intake_by", "=", staffId)
    .where("draft.expires_at", ">", now)
    .where((row) =>
      row.or([
        row("draft.submitted_at", "is", null),
        row("draft.submitted_at", ">", new Date(now.getTime() - shownAfterMs)),
      ]),
    )
    .select(draftColumns)
    .executeTakeFirst();
}

export type IntakeRow = {
  id: string;
  leistung_slug: string;
  leistung_title: string | null;
  intake_by: string | null;
  intake: Buffer | null;
  updated_at: Date;
  expires_at: Date;
};

const mostShown = 200;

/** What was begun and not sent, the newest first: of one caseworker, or of all of the tenant. */
export function listIntakeDrafts(
  db: Db,
  tenantId: string,
  {
    staffId,
    now,
  }: { readonly staffId: string | undefined; readonly now: Date },
): Promise<IntakeRow[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .where("tenant_id", "=", tenantId)
    .where("intake_by", "is not", null)
    .$if(staffId !== undefined, (query) =>
      query.where("intake_by", "=", staffId ?? null),
    )
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .select([
      "id",
      "leistung_slug",
      "leistung_title",
      "intake_by",
      "intake",
      "updated_at",
      "expires_at",
    ])
    .orderBy("updated_at", "desc")
    .limit(mostShown)
    .execute();
}

/** Gives a draft that lies with somebody else to this caseworker; false when it was sent, is gone or is theirs already. */
export async function moveIntake(
  db: Db,
  tenantId: string,
  {
    draftId,
    staffId,
    now,
  }: {
    readonly draftId: string;
    readonly staffId: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set({ intake_by: staffId })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .where("intake_by", "is not", null)
    .where("intake_by", "!=", staffId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
