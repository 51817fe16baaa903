import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * Waits until no other transaction that writes in several tenants holds one of these; in one order for all, so that two at once never wait for
 * each other. To be asked before anything else is locked; what works in one tenant only goes on beside it.
 */
export async function lockTenants(
  db: Db,
  tenantIds: readonly string[],
): Promise<void> {
  for (const id of [...new Set(tenantIds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended('tenant ' || ${id}::text, 0))`.execute(
      db,
    );
}
