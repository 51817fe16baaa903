import pg from "pg";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";

/** On a connection of its own: the server is killed and started again. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  address: DatabaseAddress,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({
    ...address,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  // What a killed server leaves is told by the query.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
