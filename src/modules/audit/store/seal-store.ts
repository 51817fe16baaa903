import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ChainPosition } from "../domain/chain.ts";
import type { DailySeal } from "../domain/seal.ts";
import type { AuditTables } from "./tables.ts";

/** The last entry before a moment. Reads backwards from the end, so only what is younger is passed over. */
export async function findLastEntryBefore(
  db: Db,
  tenantId: string,
  moment: Date,
): Promise<ChainPosition | undefined> {
  const row = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.entry")
    .select(["seq", "hash"])
    .where("tenant_id", "=", tenantId)
    .where("at", "<", moment)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { seq: Number(row.seq), hash: row.hash };
}

/** Writes the seal of a day, unless another process was faster. */
export async function insertSeal(
  db: Db,
  tenantId: string,
  seal: DailySeal,
): Promise<void> {
  await db
    .$extendTables<AuditTables>()
    .insertInto("audit.daily_seal")
    .values({
      tenant_id: tenantId,
      day: seal.day,
      seq: String(seal.seq),
      hash: seal.hash,
      key_id: seal.keyId,
      signature: seal.signature,
      sealed_at: seal.sealedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "day"]).doNothing(),
    )
    .execute();
}

export async function findNewestSeal(
  db: Db,
  tenantId: string,
): Promise<DailySeal | undefined> {
  const row = await selectSeals(db, tenantId)
    .orderBy("day", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && sealOf(row);
}

/** All seals, oldest first: one a day at most. */
export async function listSeals(
  db: Db,
  tenantId: string,
): Promise<DailySeal[]> {
  const rows = await selectSeals(db, tenantId).orderBy("day").execute();
  return rows.map(sealOf);
}

/** Hashes of these entries by number. */
export async function findHashes(
  db: Db,
  tenantId: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, Buffer>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.entry")
    .select(["seq", "hash"])
    .where("tenant_id", "=", tenantId)
    .where("seq", "in", seqs.map(String))
    .execute();
  return new Map(rows.map((row) => [Number(row.seq), row.hash]));
}

/** All seals of the tenant, for a query to go on from. */
export function selectSeals(db: Db, tenantId: string) {
  return db
    .$extendTables<AuditTables>()
    .selectFrom("audit.daily_seal")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

/** A row of the table as the domain knows it. */
export function sealOf(
  row: Selectable<AuditTables["audit.daily_seal"]>,
): DailySeal {
  return {
    day: row.day,
    seq: Number(row.seq),
    hash: row.hash,
    keyId: row.key_id,
    signature: row.signature,
    sealedAt: row.sealed_at,
  };
}
