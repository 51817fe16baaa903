import type pg from "pg";
import type { KeyRing } from "../crypto/key-ring.ts";
import type { DatabaseAddress } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { listMigrations } from "../database/migration-files.ts";
import { BackupError } from "./backup-error.ts";
import { connectPastRowSecurity } from "./connect.ts";
import { copyBack } from "./copy-back.ts";
import { loadRows } from "./load-rows.ts";
import type { Manifest } from "./manifest.ts";
import { listTables, quoted } from "./table-shapes.ts";
import { verifyBackup } from "./verify-backup.ts";

export type RestoreInput = {
  readonly address: DatabaseAddress;
  readonly migrationsFolder: string;
  /** Folder of the file store. */
  readonly filesFolder: string;
  /** Folder of one back-up. */
  readonly folder: string;
  /** `AGE-SECRET-KEY-…` of one of the recipients; not needed for a back-up that is not encrypted. */
  readonly identity: string | undefined;
  readonly ring: KeyRing;
  readonly onProgress?: (words: string) => void;
};

/**
 * Brings a back-up into an empty installation: checks it, builds the schema it was made on, copies the stored files, loads the
 * tables in one transaction with all foreign keys checked at the end, and migrates to the newest schema. A restore that was cut
 * off has put nothing into the tables and is simply run again.
 * Refuses, before it changes anything, a back-up that is damaged, of a newer program, or whose keys are not in the ring, and an
 * installation that holds something.
 */
export async function restoreBackup(input: RestoreInput): Promise<Manifest> {
  const manifest = await verifyBackup(input.folder);
  await requireUsable(manifest, input);
  await migrate(input.address, input.migrationsFolder, {
    last: manifest.migrations.at(-1),
  });
  const client = await connectPastRowSecurity(input.address);
  try {
    await requireEmpty(client);
    await copyBack(input, manifest);
    await client.query("begin");
    await loadTables(client, manifest, input);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
  await migrate(input.address, input.migrationsFolder);
  return manifest;
}

async function requireUsable(
  manifest: Manifest,
  { migrationsFolder, ring, identity }: RestoreInput,
): Promise<void> {
  if (manifest.tenant)
    throw new BackupError(
      "not-a-backup",
      "This is the export of one authority: bring it in with `portal tenant import`.",
    );
  const known = await listMigrations(migrationsFolder);
  const expected = known.slice(0, manifest.migrations.length);
  if (expected.join() !== manifest.migrations.join())
    throw new BackupError(
      "other-schema",
      "The back-up was made by another version of the program, with migrations that this one does not have. Restore it with that version, then update.",
    );
  const missing = manifest.ringKeyIds.filter(
    (id) => !ring.keys.some((key) => key.id === id),
  );
  if (missing.length > 0)
    throw new BackupError(
      "keys-missing",
      `What is stored was encrypted with keys that are not in SECRET_KEYS: ${missing.join(", ")}. They are not in the back-up, on purpose.`,
    );
  if (manifest.encrypted && identity === undefined)
    throw new BackupError(
      "no-identity",
      "The back-up is encrypted. Name the file with the private key (--identity).",
    );
}

/** Without an authority there is nothing; files that a cut-off restore left are written again. */
async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select from tenants.authority limit 1");
  if (rows.length > 0)
    throw new BackupError(
      "not-empty",
      "This installation holds data already. Restore into an empty database and an empty data folder.",
    );
}

async function loadTables(
  client: pg.Client,
  manifest: Manifest,
  input: RestoreInput,
): Promise<void> {
  const foreignKeys = await dropForeignKeys(client);
  await setTriggers(client, "disable");
  await emptySeeded(client);
  for (const table of manifest.tables) {
    await loadRows(client, { table, into: quoted(table), ...input });
    input.onProgress?.(
      `${table.schema}.${table.name}: ${String(table.rows)} rows`,
    );
  }
  await setTriggers(client, "enable");
  for (const statement of foreignKeys) await client.query(statement);
}

/** Without them the order of tables does not matter; adding them again checks every row. Returns how to add them. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and conparentid = 0`);
  for (const row of rows) await client.query(row.drop);
  return rows.map((row) => row.add);
}

/** Rows that migrations themselves write are in the back-up too, as they have become since. */
async function emptySeeded(client: pg.Client): Promise<void> {
  for (const table of await listTables(client)) {
    const { rowCount } = await client.query(
      `select 1 from ${quoted(table)} limit 1`,
    );
    if (rowCount !== 0) await client.query(`delete from ${quoted(table)}`);
  }
}

/** Triggers refuse what must not happen to living data: this transaction writes what they once let pass. */
async function setTriggers(
  client: pg.Client,
  state: "enable" | "disable",
): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select distinct format('alter table %s ${state} trigger user', tgrelid::regclass) as statement
     from pg_trigger where not tgisinternal`,
  );
  for (const { statement } of rows) await client.query(statement);
}
