import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  batchActionOf,
  batchResults,
  type BatchAction,
  type BatchItem,
  type BatchResult,
} from "../domain/batch.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

export type StoredBatch = {
  readonly id: string;
  readonly staffId: string;
  readonly action: BatchAction;
  readonly target: string;
  readonly encryptedNote: Buffer | undefined;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
};

export type StoredItem = BatchItem & {
  readonly place: number;
  readonly reference: string;
  /** Undefined while it waits. */
  readonly result: BatchResult | undefined;
};

/** The batch and all its items, in one statement each. */
export async function insertBatch(
  db: Db,
  tenantId: string,
  batch: Omit<StoredBatch, "finishedAt"> & {
    readonly items: readonly (BatchItem & { readonly reference: string })[];
  },
): Promise<void> {
  await sql`
    insert into vorgaenge.batch (tenant_id, id, staff_id, action, target, note, created_at)
    values (${tenantId}, ${batch.id}, ${batch.staffId}, ${batch.action}, ${batch.target},
      ${batch.encryptedNote ?? null}, ${batch.createdAt})
  `.execute(db);
  await sql`
    insert into vorgaenge.batch_item (tenant_id, batch_id, place, vorgang_id, reference, expected_position)
    select ${tenantId}::uuid, ${batch.id}::uuid, place, vorgang_id, reference, position
    from unnest(
      ${batch.items.map(({ vorgangId }) => vorgangId)}::uuid[],
      ${batch.items.map(({ reference }) => reference)}::text[],
      ${batch.items.map(({ expectedPosition }) => expectedPosition)}::int[]
    ) with ordinality as item (vorgang_id, reference, position, place)
  `.execute(db);
}

export async function findBatch(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredBatch | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.batch")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const action = batchActionOf(row.action);
  if (!action)
    throw new Error(`vorgaenge.batch: unknown action "${row.action}"`);
  return {
    id: row.id,
    staffId: row.staff_id,
    action,
    target: row.target,
    encryptedNote: row.note ?? undefined,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
  };
}

/** All items in the order in which they were chosen. */
export async function listItems(
  db: Db,
  tenantId: string,
  batchId: string,
): Promise<readonly StoredItem[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.batch_item")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("batch_id", "=", batchId)
    .orderBy("place")
    .execute();
  return rows.map((row) => ({
    place: row.place,
    vorgangId: row.vorgang_id,
    reference: row.reference,
    expectedPosition: row.expected_position,
    result: batchResults.find((result) => result === row.result),
  }));
}

/** What came of an item; the first result stays. */
export async function saveResult(
  db: Db,
  tenantId: string,
  item: {
    readonly batchId: string;
    readonly place: number;
    readonly result: BatchResult;
  },
): Promise<void> {
  await sql`
    update vorgaenge.batch_item set result = ${item.result}
    where tenant_id = ${tenantId} and batch_id = ${item.batchId} and place = ${item.place} and result is null
  `.execute(db);
}

/** The text to applicants is needed no more, and so is gone. */
export async function finishBatch(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await sql`
    update vorgaenge.batch set finished_at = ${now}, note = null
    where tenant_id = ${tenantId} and id = ${id} and finished_at is null
  `.execute(db);
}

/** These Vorgänge as far as they may be seen, by id. */
export async function findVorgaenge(
  db: Db,
  tenantId: string,
  {
    ids,
    hiddenSlugs,
  }: {
    readonly ids: readonly string[];
    readonly hiddenSlugs: readonly string[];
  },
): Promise<ReadonlyMap<string, Vorgang>> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where(sql<boolean>`leistung_slug <> all(${[...hiddenSlugs]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, vorgangOf(row)]));
}
