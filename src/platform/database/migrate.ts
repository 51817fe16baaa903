import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { sha256 } from "../values/sha256.ts";
import type { DatabaseAddress, Db } from "./database.ts";
import { servingRoleName } from "./serving-role.ts";

export type MigrationReport = {
  readonly applied: readonly string[];
  readonly total: number;
};

export type MigrationOptions = {
  /** Name of the migration to stop after, to bring back data of an older schema. */
  readonly last?: string | undefined;
};

type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
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
  { last }: MigrationOptions = {},
): Promise<MigrationReport> {
  const migrations = upTo(last, await readMigrations(folder));
  const client = new pg.Client({
    ...address,
    connectionTimeoutMillis: 10_000,
    application_name: "openrathaus-migrate",
  });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyPending(client, migrations);
    await grantToServingRole(client);
    return { applied, total: migrations.length };
  } finally {
    await client.end();
  }
}

/** Names of all migrations of this program, in order. */
export async function listMigrations(folder: string): Promise<string[]> {
  return (await readMigrations(folder)).map((migration) => migration.name);
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

/** Names of migrations the database still lacks; for the readiness check. The schema must have been migrated once. */
export async function listPendingMigrations(
  db: Db,
  folder: string,
): Promise<string[]> {
  const [migrations, { rows }] = await Promise.all([
    readMigrations(folder),
    sql<{ name: string }>`select name from migrations.applied`.execute(db),
  ]);
  const done = new Set(rows.map((row) => row.name));
  return migrations
    .map((migration) => migration.name)
    .filter((name) => !done.has(name));
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return {
        name,
        sql,
        checksum: sha256(sql).toString("hex"),
      };
    }),
  );
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
): Promise<string[]> {
  await client.query("create schema if not exists migrations");
  await client.query(
    "create table if not exists migrations.applied (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
  );
  const done = await readApplied(client);
  const applied: string[] = [];
  for (const migration of migrations) {
    const before = done.get(migration.name);
    if (before === undefined) {
      await applyOne(client, migration);
      applied.push(migration.name);
    } else if (before !== migration.checksum) {
      throw new Error(
        `migration ${migration.name} was changed after it ran; undo the change and write a new migration instead`,
      );
    }
  }
  return applied;
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from migrations.applied",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function applyOne(
  client: pg.Client,
  migration: Migration,
): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      "insert into migrations.applied (name, checksum) values ($1, $2)",
      [migration.name, migration.checksum],
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
  const answer = await client.query<{ present: boolean; may_create: boolean }>(
    `select
       exists (select from pg_roles where rolname = $1) as present,
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create`,
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
  if (role.may_create)
    await client.query(`grant ${servingRoleName} to current_user`);
  return true;
}

/** Roles belong to the whole server: another database's migration may create it at the same moment. */
function ignoreDuplicateRole(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code !== "42710" && code !== "23505") throw error;
}
