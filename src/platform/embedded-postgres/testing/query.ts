import pg from "pg";
import type { EmbeddedPostgres } from "../index.ts";

/** One statement on a connection of its own. */
export async function query(
  address: EmbeddedPostgres["address"] | undefined,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...address });
  // A server that is killed ends the connection; the statement fails then, and that is enough.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
