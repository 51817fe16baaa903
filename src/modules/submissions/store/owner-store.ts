import type { OwnedBy } from "../../../platform/context/owned-by.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

export type OwnedDraft = {
  tenant_id: string;
  id: string;
  leistung_slug: string;
  leistung_title: string | null;
  updated_at: Date;
  expires_at: Date;
};

const mostShown = 200;

/** What somebody has begun and not sent, in all portals, the newest first. Row-level security shows rows of this owner. */
export function listDraftsOfOwner(
  db: Db,
  { ownerId, actorId, now }: OwnedBy & { readonly now: Date },
): Promise<OwnedDraft[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .select([
      "tenant_id",
      "id",
      "leistung_slug",
      "leistung_title",
      "updated_at",
      "expires_at",
    ])
    .where("owner_id", "=", ownerId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("updated_at", "desc")
    .limit(mostShown)
    .execute();
}

export type OwnedSubmission = {
  tenant_id: string;
  id: string;
  reference: string;
  leistung_title: string;
  submitted_at: Date;
  sender: Buffer | null;
};

/** What somebody has sent, in all portals, the newest first. */
export function listSubmissionsOfOwner(
  db: Db,
  { ownerId, actorId }: OwnedBy,
): Promise<OwnedSubmission[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.submission")
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .select([
      "tenant_id",
      "id",
      "reference",
      "leistung_title",
      "submitted_at",
      "sender",
    ])
    .where("owner_id", "=", ownerId)
    .orderBy("submitted_at", "desc")
    .limit(mostShown)
    .execute();
}

type Owned = OwnedBy & { readonly id: string };

/** One draft of this tenant that can still be filled in; undefined when it is somebody else's. */
export function findDraftOfOwner(
  db: Db,
  tenantId: string,
  { id, ownerId, actorId, now }: Owned & { readonly now: Date },
): Promise<{ id: string } | undefined> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("owner_id", "=", ownerId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** What one account owns or did in this tenant is another's from now on. A second time it changes nothing. */
export async function moveOwner(
  db: Db,
  tenantId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const tables = db.$extendTables<SubmissionsTables>();
  for (const table of [
    "submissions.draft",
    "submissions.submission",
  ] as const) {
    await tables
      .updateTable(table)
      .set({ owner_id: to })
      .where("tenant_id", "=", tenantId)
      .where("owner_id", "=", from)
      .execute();
    await tables
      .updateTable(table)
      .set({ acting_account_id: to })
      .where("tenant_id", "=", tenantId)
      .where("acting_account_id", "=", from)
      .execute();
  }
}

/** Drafts of one owner in this tenant that were not sent. */
export async function listUnsentOfOwner(
  db: Db,
  tenantId: string,
  ownerId: string,
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("owner_id", "=", ownerId)
    .where("submitted_at", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** What somebody has begun and sent in this tenant, for the export of their data. */
export async function listForExport(db: Db, tenantId: string, ownerId: string) {
  const tables = db.$extendTables<SubmissionsTables>();
  const [drafts, submissions] = await Promise.all([
    tables
      .selectFrom("submissions.draft")
      .select([
        "id",
        "form_version_id",
        "leistung_title",
        "answers",
        "created_at",
        "updated_at",
      ])
      .where("tenant_id", "=", tenantId)
      .where("owner_id", "=", ownerId)
      .where("submitted_at", "is", null)
      .orderBy("created_at")
      .execute(),
    tables
      .selectFrom("submissions.submission")
      .select(["id"])
      .where("tenant_id", "=", tenantId)
      .where("owner_id", "=", ownerId)
      .orderBy("submitted_at")
      .execute(),
  ]);
  return { drafts, submissionIds: submissions.map(({ id }) => id) };
}
