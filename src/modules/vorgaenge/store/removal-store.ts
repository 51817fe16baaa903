import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { VorgaengeTables } from "./tables.ts";

/** What was taken away of one Vorgang. */
export type RemovedRows = {
  readonly events: number;
  readonly notes: number;
  readonly opinions: readonly {
    readonly id: string;
    readonly askedTenantId: string;
  }[];
  readonly searchWords: number;
  /** Files that came with opinions. */
  readonly fileIds: readonly string[];
};

/** Takes away the Vorgang with everything that hangs on it; the database refuses it outside of a deletion. */
export async function deleteVorgang(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<RemovedRows> {
  const notes = await deleteOf(db, "vorgaenge.internal_note", {
    tenantId,
    vorgangId,
  });
  const searchWords = await deleteOf(db, "vorgaenge.search_word", {
    tenantId,
    vorgangId,
  });
  const fileIds = await deleteOpinionFiles(db, tenantId, vorgangId);
  const opinions = await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.opinion")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .returning(["id", "asked_tenant_id"])
    .execute();
  await deleteOf(db, "vorgaenge.correction_request", { tenantId, vorgangId });
  await deleteOf(db, "vorgaenge.read_mark", { tenantId, vorgangId });
  await deleteFromBatches(db, tenantId, vorgangId);
  const events = await deleteOf(db, "vorgaenge.event", { tenantId, vorgangId });
  // Labels, links, notices and what was noted of handing it over go with the row.
  await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.vorgang")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", vorgangId)
    .execute();
  return {
    events,
    notes,
    searchWords,
    fileIds,
    opinions: opinions.map((row) => ({
      id: row.id,
      askedTenantId: row.asked_tenant_id,
    })),
  };
}

async function deleteOpinionFiles(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<string[]> {
  const { rows } = await sql<{ file_id: string }>`
    delete from vorgaenge.opinion_file where tenant_id = ${tenantId} and opinion_id in (
      select id from vorgaenge.opinion where tenant_id = ${tenantId} and vorgang_id = ${vorgangId}
    ) returning file_id
  `.execute(db);
  return rows.map((row) => row.file_id);
}

async function deleteOf(
  db: Db,
  table:
    | "vorgaenge.internal_note"
    | "vorgaenge.search_word"
    | "vorgaenge.correction_request"
    | "vorgaenge.read_mark"
    | "vorgaenge.event",
  {
    tenantId,
    vorgangId,
  }: { readonly tenantId: string; readonly vorgangId: string },
): Promise<number> {
  const { numDeletedRows } = await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom(table)
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** A batch keeps the words that were sent to all of its Vorgänge; with the last of them it goes as well. */
async function deleteFromBatches(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<void> {
  const { rows } = await sql<{ batch_id: string }>`
    delete from vorgaenge.batch_item where tenant_id = ${tenantId} and vorgang_id = ${vorgangId} returning batch_id
  `.execute(db);
  const batchIds = rows.map((row) => row.batch_id);
  await sql`
    delete from vorgaenge.batch as batch
    where tenant_id = ${tenantId} and id = any(${batchIds}::uuid[]) and not exists (
      select from vorgaenge.batch_item as item where item.tenant_id = batch.tenant_id and item.batch_id = batch.id
    )
  `.execute(db);
}

/** Takes the request away at whoever was asked. */
export async function deleteRequest(
  db: Db,
  tenantId: string,
  id: string,
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.opinion_request")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}
