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
  { ownerId, now }: { readonly ownerId: string; readonly now: Date },
): Promise<OwnedDraft[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
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
};

/** What somebody has sent, in all portals, the newest first. */
export function listSubmissionsOfOwner(
  db: Db,
  ownerId: string,
): Promise<OwnedSubmission[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.submission")
    .select(["tenant_id", "id", "reference", "leistung_title", "submitted_at"])
    .where("owner_id", "=", ownerId)
    .orderBy("submitted_at", "desc")
    .limit(mostShown)
    .execute();
}

type Owned = { readonly id: string; readonly ownerId: string };

/** One draft of this tenant that can still be filled in; undefined when it is somebody else's. */
export function findDraftOfOwner(
  db: Db,
  tenantId: string,
  { id, ownerId, now }: Owned & { readonly now: Date },
): Promise<{ id: string } | undefined> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("owner_id", "=", ownerId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}
