import pg from "pg";
import { DatabaseRefused } from "./database-refused.ts";
import type { DatabaseAddress } from "./database.ts";

/** Role of the processes that serve requests: reads and writes rows, cannot alter tables. */
export const servingRoleName = "openrathaus_serving";

/**
 * The role to serve with, or undefined where the server did not let us create one and the login cannot pass row-level security: it is forced on
 * owners too, so the tenant wall stands. Throws `DatabaseRefused` where it would not stand.
 */
export async function servingRole(
  address: DatabaseAddress,
): Promise<string | undefined> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ member: boolean; passes: boolean }>(
      `select rolsuper or rolbypassrls as passes,
              exists (select from pg_roles r where r.rolname = $1 and pg_has_role(current_user, r.oid, 'MEMBER')) as member
       from pg_roles where rolname = current_user`,
      [servingRoleName],
    );
    const [login] = rows;
    if (login?.member) return servingRoleName;
    if (!login?.passes) return undefined;
    throw new DatabaseRefused(
      `There is no role ${servingRoleName} to serve requests in, and the login passes row-level security. As a superuser: create role ${servingRoleName} nologin noinherit; grant ${servingRoleName} to the login; then run: npm run portal -- migrate`,
    );
  } finally {
    await client.end();
  }
}
