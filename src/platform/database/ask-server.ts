import pg from "pg";
import type { DatabaseAddress } from "./database.ts";

/** Resolves when the server answers on a new connection within so long. Rejects otherwise; never waits longer. */
export async function askServer(
  address: DatabaseAddress,
  withinMs: number,
): Promise<void> {
  const client = new pg.Client({
    ...address,
    application_name: "openrathaus asking",
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
  } finally {
    // A server that hangs does not say good-bye either.
    void client.end().catch(() => undefined);
  }
}
