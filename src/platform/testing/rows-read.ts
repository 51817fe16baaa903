import { sql } from "kysely";
import pg from "pg";
import type { DatabaseAddress, Db } from "../database/database.ts";

/**
 * How many rows the database took from its tables for a piece of work, by scans and by indexes, whatever was thrown away after. Unlike a
 * duration it is the same on each machine, and unlike a plan it tells what came of it.
 */
export async function rowsRead(
  db: Db,
  work: () => Promise<unknown>,
): Promise<number> {
  const before = await readSoFar(db);
  await work();
  return (await readSoFar(db)) - before;
}

/** In this transaction. */
async function readSoFar(db: Db): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::float8 as rows from pg_stat_xact_user_tables
  `.execute(db);
  return rows[0]?.rows ?? 0;
}

/** Lets the planner know what is in the tables, as it does by itself in operation. */
export async function analyzeAll(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
