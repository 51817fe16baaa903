import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Milliseconds since 1970 by the clock of the server, now and not when the transaction began. */
export async function readServerTime(db: Db): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("database: the server says no time");
  return row.at;
}
