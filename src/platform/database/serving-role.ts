import pg from "pg";
import type { DatabaseAddress } from "./database.ts";

/** Role of the processes that serve requests: reads and writes rows, cannot alter tables. */
export const servingRoleName = "openrathaus_serving";

/**
 * The role to serve with, or undefined where the server did not let us create one.
 * Without it the owner serves; row-level security is forced on owners too, so the tenant wall stands.
 */
export async function servingRole(
  address: DatabaseAddress,
): Promise<string | undefined> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const found = await client.query(
      "select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')",
      [servingRoleName],
    );
    return found.rowCount === 1 ? servingRoleName : undefined;
  } finally {
    await client.end();
  }
}
