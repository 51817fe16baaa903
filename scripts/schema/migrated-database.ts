import pg from "pg";
import { createTestDatabase } from "../../src/platform/testing/test-database.ts";

/** Runs `work` on a freshly migrated database of its own; names in what PostgreSQL prints carry their schema. */
export async function withMigratedDatabase<T>(
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const database = await createTestDatabase();
  const client = new pg.Client({ ...database.address });
  try {
    await client.connect();
    await client.query("set search_path to ''");
    return await work(client);
  } finally {
    await client.end();
    await database.close();
  }
}
