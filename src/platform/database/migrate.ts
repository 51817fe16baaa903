import { sql } from "kysely";
import pg from "pg";
import {
  appliedQuery,
  compareMigrations,
  refuseBreaking,
  refuseNewer,
  type Applied,
  type MigrationState,
} from "./compare-migrations.ts";
import type { DatabaseAddress, Db } from "./database.ts";
import { DatabaseRefused } from "./database-refused.ts";
import { readMigrations, type Migration } from "./migration-files.ts";
import { servingRoleName } from "./serving-role.ts";

export type MigrationReport = {
  readonly applied: readonly string[];
  readonly total: number;
};

export type MigrationOptions = {
  /** Name of the migration to stop after, to bring back data of an older schema. */
  readonly last?: string | undefined;
  /** What to do with those that processes of the version before cannot live with; `refuse` while some may run. */
  readonly breaking?: "apply" | "refuse";
};

/** Any number that only this program uses, so that two starting processes do not migrate at once. */
const migrationLock = 7_203_114;

/**
 * Brings the database to the newest schema. May run any number of times and from several processes at once.
 * Each file runs in a transaction of its own. Throws when a file that ran before was changed since.
 */
export async function migrate(
  address: DatabaseAddress,
  folder: string,
  options: MigrationOptions = {},
): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  return withMigrator(address, async (client) => {
    await requireVersion(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyPending(client, migrations, options);
    await grantToServingRole(client);
    return { applied, total: migrations.length };
  });
}

/** How the schema stands to this program. Changes nothing. Throws when the server cannot be used. */
export async function inspectMigrations(
  address: DatabaseAddress,
  folder: string,
): Promise<MigrationState> {
  const migrations = await readMigrations(folder);
  return withMigrator(address, async (client) => {
    await requireVersion(client);
    const table = await client.query<{ present: boolean }>(
      "select to_regclass('migrations.applied') is not null as present",
    );
    const applied = table.rows[0]?.present ? await readApplied(client) : [];
    return compareMigrations(migrations, applied);
  });
}

async function withMigrator<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...address,
    connectionTimeoutMillis: 10_000,
    application_name: "openrathaus-migrate",
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function upTo(
  last: string | undefined,
  migrations: readonly Migration[],
): readonly Migration[] {
  if (last === undefined) return migrations;
  const index = migrations.findIndex((migration) => migration.name === last);
  if (index === -1) throw new Error(`there is no migration ${last}`);
  return migrations.slice(0, index + 1);
}

/** The same on a serving connection; for the readiness check. The schema must have been migrated once. */
export async function readMigrationState(
  db: Db,
  folder: string,
): Promise<MigrationState> {
  const [migrations, { rows }] = await Promise.all([
    readMigrations(folder),
    sql.raw<Applied>(appliedQuery).execute(db),
  ]);
  return compareMigrations(migrations, rows);
}

async function requireVersion(client: pg.Client): Promise<void> {
  const answer = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const [server] = answer.rows;
  if (!server || server.version < 150_000) {
    throw new Error(
      `PostgreSQL 15 or newer is needed, this server has ${String(server?.version)}; set DATABASE_URL to a newer one`,
    );
  }
  if (server.encoding !== "UTF8") {
    throw new Error(
      `the database must be encoded in UTF8, this one is ${server.encoding}; create it with "encoding 'UTF8' template template0"`,
    );
  }
}

async function applyPending(
  client: pg.Client,
  migrations: readonly Migration[],
  { last, breaking = "apply" }: MigrationOptions,
): Promise<string[]> {
  await ensureTable(client);
  const state = compareMigrations(migrations, await readApplied(client));
  const [changed] = state.changed;
  if (changed !== undefined)
    throw new Error(
      `migration ${changed} was changed after it ran; undo the change and write a new migration instead`,
    );
  refuseNewer(state);
  if (breaking === "refuse") refuseBreaking(state);
  if (state.pending.length > 0) await requirePassage(client);
  const wanted = new Set(upTo(last, migrations));
  const applied: string[] = [];
  for (const migration of state.pending) {
    if (!wanted.has(migration)) continue;
    await applyOne(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

/**
 * Row-level security is forced on owners too: a migration that changes many rows would find none, and foreign keys could not be checked. Requests
 * are served in another role.
 */
async function requirePassage(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ login: string; passes: boolean }>(
    "select rolname as login, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user",
  );
  const [role] = rows;
  if (!role?.passes)
    throw new DatabaseRefused(
      `The login ${role?.login ?? ""} must pass row-level security to migrate. As a superuser: alter role ${pg.escapeIdentifier(role?.login ?? "")} bypassrls`,
    );
}

async function ensureTable(client: pg.Client): Promise<void> {
  await client.query("create schema if not exists migrations");
  await client.query(
    "create table if not exists migrations.applied (name text primary key, checksum text not null, applied_at timestamptz not null default now(), breaking boolean not null default false)",
  );
  const column = await client.query(
    "select from pg_attribute where attrelid = 'migrations.applied'::regclass and attname = 'breaking'",
  );
  // Of databases from before there was one; asked first, because altering would wait for everybody who reads.
  if (column.rowCount === 0)
    await client.query(
      "alter table migrations.applied add column breaking boolean not null default false",
    );
}

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(appliedQuery);
  return rows;
}

async function applyOne(
  client: pg.Client,
  migration: Migration,
): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      "insert into migrations.applied (name, checksum, breaking) values ($1, $2, $3)",
      [migration.name, migration.checksum, migration.breaking !== undefined],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.name} failed and changed nothing`, {
      cause: error,
    });
  }
}

/** Lets the serving role read and write rows, nothing more. Skipped where this login may not create roles. */
async function grantToServingRole(client: pg.Client): Promise<void> {
  if (!(await ensureServingRole(client))) return;
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')",
  );
  for (const { name } of rows) {
    const schema = pg.escapeIdentifier(name);
    await client.query(`grant usage on schema ${schema} to ${servingRoleName}`);
    await client.query(
      name === "migrations"
        ? `grant select on all tables in schema ${schema} to ${servingRoleName}`
        : `grant select, insert, update, delete on all tables in schema ${schema} to ${servingRoleName};
           grant usage on all sequences in schema ${schema} to ${servingRoleName};
           grant execute on all functions in schema ${schema} to ${servingRoleName}`,
    );
  }
}

async function ensureServingRole(client: pg.Client): Promise<boolean> {
  const answer = await client.query<ServingRights>(
    `select
       exists (select from pg_roles where rolname = $1) as present,
       exists (select from pg_roles r where r.rolname = $1 and pg_has_role(current_user, r.oid, 'MEMBER')) as member,
       rolcreaterole or rolsuper as may_create
     from pg_roles where rolname = current_user`,
    [servingRoleName],
  );
  const [role] = answer.rows;
  if (!role) return false;
  if (!role.present) {
    if (!role.may_create) return false;
    await client
      .query(`create role ${servingRoleName} nologin noinherit`)
      .catch(ignoreDuplicateRole);
  }
  if (!role.present || !role.member)
    await client
      .query(`grant ${servingRoleName} to current_user`)
      .catch(refuseForeignRole);
  return true;
}

type ServingRights = {
  readonly present: boolean;
  readonly member: boolean;
  readonly may_create: boolean;
};

/** From version 16 on only who made a role, or a superuser, may let others in. */
function refuseForeignRole(error: unknown): never {
  if (error instanceof pg.DatabaseError && error.code === "42501")
    throw new DatabaseRefused(
      `Somebody else made the role ${servingRoleName}, in which requests are served. As a superuser: grant ${servingRoleName} to the login`,
    );
  throw error;
}

/** Roles belong to the whole server: another database's migration may create it at the same moment. */
function ignoreDuplicateRole(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code !== "42710" && code !== "23505") throw error;
}
