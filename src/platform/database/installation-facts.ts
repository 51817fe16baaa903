import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "./database.ts";

/** A fact about the whole installation, or undefined. */
export async function findFact(
  db: Db,
  key: string,
): Promise<string | undefined> {
  const { rows } = await sql<{
    value: string;
  }>`select value from installation.fact where key = ${key}`.execute(db);
  return rows[0]?.value;
}

/** Records a fact; the first value stays. */
export async function recordFact(
  db: Db,
  key: string,
  value: string,
): Promise<void> {
  await sql`insert into installation.fact (key, value) values (${key}, ${value}) on conflict (key) do nothing`.execute(
    db,
  );
}

/** Records a fact that changes, such as when something was done last. Over a connection of its own: the login may have no other rights. */
export async function replaceFact(
  client: pg.Client,
  key: string,
  value: string,
): Promise<void> {
  await client.query(
    `insert into installation.fact (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value, recorded_at = now()`,
    [key, value],
  );
}
