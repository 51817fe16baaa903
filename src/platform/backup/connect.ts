import pg from "pg";
import type { DatabaseAddress } from "../database/database.ts";
import { BackupError } from "./backup-error.ts";

/** A connection that row-level security does not hold back. Throws `BackupError` when this login may not have one. */
export async function connectPastRowSecurity(
  address: DatabaseAddress,
): Promise<pg.Client> {
  const client = new pg.Client({
    ...address,
    connectionTimeoutMillis: 10_000,
    application_name: "openrathaus-backup",
    options: "-c statement_timeout=0 -c timezone=UTC",
  });
  await client.connect();
  const { rows } = await client.query<{ login: string; free: boolean }>(
    "select rolname as login, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user",
  );
  const [role] = rows;
  if (role?.free) return client;
  await client.end();
  throw new BackupError(
    "not-permitted",
    `The login ${role?.login ?? ""} sees the rows of one authority at a time (row-level security), so a back-up would be empty. ` +
      `Set DATABASE_URL to a login that may see all: alter role … bypassrls.`,
  );
}
