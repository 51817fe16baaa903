import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { OwnedBy } from "../../../platform/context/owned-by.ts";
import type { ApplicantOfRemoved, Removing } from "../domain/removal.ts";
import type { RetentionTables } from "./tables.ts";

/** Lets this transaction remove the Vorgang; it must close the pass again and leave the proof. */
export async function openPass(
  db: Db,
  tenantId: string,
  { vorgangId, submissionId, proofId }: Removing & { readonly proofId: string },
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.removal_pass")
    .values({
      tenant_id: tenantId,
      vorgang_id: vorgangId,
      submission_id: submissionId,
      proof_id: proofId,
    })
    .execute();
}

export async function closePass(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .deleteFrom("retention.removal_pass")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .execute();
}

/** What retention itself knows of a Vorgang. Gives how many holds there were. */
export async function deleteCircumstances(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<number> {
  const tables = db.$extendTables<RetentionTables>();
  const { numDeletedRows } = await tables
    .deleteFrom("retention.hold")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .executeTakeFirst();
  for (const table of [
    "retention.announcement",
    "retention.archive_offer",
  ] as const)
    await tables
      .deleteFrom(table)
      .where("tenant_id", "=", tenantId)
      .where("vorgang_id", "=", vorgangId)
      .execute();
  return Number(numDeletedRows);
}

/** Notes which files are still to go. */
export async function insertFileRemovals(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<void> {
  await sql`
    insert into retention.file_removal (tenant_id, file_id)
    select ${tenantId}::uuid, unnest(${[...fileIds]}::uuid[])
    on conflict do nothing
  `.execute(db);
}

export async function listFileRemovals(
  db: Db,
  tenantId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.file_removal")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .limit(limit)
    .execute();
  return rows.map((row) => row.file_id);
}

export async function deleteFileRemovals(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<void> {
  await sql`
    delete from retention.file_removal where tenant_id = ${tenantId} and file_id = any(${[...fileIds]}::uuid[])
  `.execute(db);
}

export type OwnerNote = {
  readonly reference: string;
  readonly leistungTitle: string;
  readonly deletedAt: Date;
};

export async function insertOwnerNote(
  db: Db,
  tenantId: string,
  note: OwnerNote & {
    readonly proofId: string;
    readonly owner: NonNullable<ApplicantOfRemoved["owner"]>;
  },
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.owner_note")
    .values({
      tenant_id: tenantId,
      proof_id: note.proofId,
      owner_id: note.owner.ownerId,
      acting_account_id: note.owner.actingAccountId,
      reference: note.reference,
      leistung_title: note.leistungTitle,
      deleted_at: note.deletedAt,
    })
    .execute();
}

/** Of the party, in all portals, the newest first. */
export async function listOwnerNotes(
  db: Db,
  { ownerId, actorId }: OwnedBy,
): Promise<readonly (OwnerNote & { readonly tenantId: string })[]> {
  let found = db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.owner_note")
    .select(["tenant_id", "reference", "leistung_title", "deleted_at"])
    .where("owner_id", "=", ownerId);
  if (actorId !== undefined)
    found = found.where("acting_account_id", "=", actorId);
  const rows = await found.orderBy("deleted_at", "desc").limit(50).execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    reference: row.reference,
    leistungTitle: row.leistung_title,
    deletedAt: row.deleted_at,
  }));
}

export async function deleteOwnerNotesBefore(
  db: Db,
  tenantId: string,
  before: Date,
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .deleteFrom("retention.owner_note")
    .where("tenant_id", "=", tenantId)
    .where("deleted_at", "<", before)
    .execute();
}
