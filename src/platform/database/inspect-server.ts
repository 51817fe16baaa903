import pg from "pg";
import type { DatabaseAddress } from "./database.ts";
import { servingRoleName } from "./serving-role.ts";

/** What an operator should know of the database server before the portal runs on it. */
export type ServerFacts = {
  readonly version: string;
  readonly encoding: string;
  /** A standby takes no rows. */
  readonly isStandby: boolean;
  /** False: a power cut may lose what was confirmed. */
  readonly isDurable: boolean;
  readonly maxConnections: number;
  /** What migrating needs. */
  readonly passesRowSecurity: boolean;
  /** Whether requests are served in a role that cannot change tables, or can be after the first migration. */
  readonly hasServingRole: boolean;
  readonly mayCreateServingRole: boolean;
  /** How far its clock is ahead of this machine's. */
  readonly aheadMs: number;
};

const query = `
  select current_setting('server_version') as "version",
         current_setting('server_encoding') as "encoding",
         pg_is_in_recovery() as "isStandby",
         current_setting('fsync')::boolean
           and current_setting('full_page_writes')::boolean
           and current_setting('synchronous_commit') <> 'off' as "isDurable",
         current_setting('max_connections')::int as "maxConnections",
         me.rolsuper or me.rolbypassrls as "passesRowSecurity",
         exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')) as "hasServingRole",
         me.rolcreaterole or me.rolsuper as "mayCreateServingRole",
         (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
  from pg_roles me where me.rolname = current_user`;

/** Throws when the server cannot be reached. */
export async function inspectServer(
  address: DatabaseAddress,
): Promise<ServerFacts> {
  const client = new pg.Client({
    ...address,
    connectionTimeoutMillis: 10_000,
    application_name: "openrathaus-doctor",
  });
  await client.connect();
  try {
    await client.query("select 1");
    const before = Date.now();
    const { rows } = await client.query<
      Omit<ServerFacts, "aheadMs"> & { nowMs: number }
    >(query, [servingRoleName]);
    const here = (before + Date.now()) / 2;
    const [row] = rows;
    if (!row) throw new Error("the login is not among the roles");
    const { nowMs, ...facts } = row;
    return { ...facts, aheadMs: Math.round(nowMs - here) };
  } finally {
    await client.end();
  }
}
