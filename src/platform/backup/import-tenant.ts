import type pg from "pg";
import { seal, type KeyRing } from "../crypto/key-ring.ts";
import { wrapContext } from "../crypto/wrap-context.ts";
import type { DatabaseAddress } from "../database/database.ts";
import { listMigrations } from "../database/migration-files.ts";
import { BackupError } from "./backup-error.ts";
import { connectPastRowSecurity } from "./connect.ts";
import { copyBack } from "./copy-back.ts";
import { loadRows } from "./load-rows.ts";
import type { BackedUpTable, Manifest } from "./manifest.ts";
import { missingParents } from "./missing-parents.ts";
import { columnList, listTables, quoted } from "./table-shapes.ts";
import { readKeys, type PlainDataKey } from "./tenant-keys-file.ts";
import { verifyBackup } from "./verify-backup.ts";

export type ImportInput = {
  readonly address: DatabaseAddress;
  readonly migrationsFolder: string;
  readonly filesFolder: string;
  /** Folder of the export. */
  readonly folder: string;
  /** `AGE-SECRET-KEY-…` of one of the recipients. */
  readonly identity: string;
  readonly ring: KeyRing;
  /** Tables (`schema.name`) whose rows are not taken. */
  readonly without: readonly string[];
  /** The authority above, in the new place; undefined: none. */
  readonly parentId: string | undefined;
  readonly onProgress?: (words: string) => void;
};

type ExportedTenant = NonNullable<Manifest["tenant"]>;

/**
 * Brings the export of one authority into another installation, beside those that are there: files first, then all rows in one transaction, with its
 * data keys wrapped by this installation's newest key. Refuses, before it changes anything, an export that is damaged, of another version of the program, or
 * of an authority that is here already. Cut off, it has written no row and is run again.
 */
export async function importTenant(input: ImportInput): Promise<Manifest> {
  const manifest = await verifyBackup(input.folder);
  const tenant = await requireImportable(manifest, input);
  const keys = await readKeys(input.folder, input.identity);
  const client = await connectPastRowSecurity(input.address);
  try {
    await requireRoom(client, tenant);
    await copyBack(input, manifest);
    await client.query("begin");
    await passTriggers(client);
    for (const table of manifest.tables) await loadTable(client, table, input);
    await mapFormVersions(client, tenant);
    await wrapKeys(client, input.ring, { tenant, keys });
    await placeUnder(client, tenant, input.parentId);
    await requireParents(client, tenant);
    await client.query("select pg_notify('public_pages', '')");
    await client.query("commit");
    return manifest;
  } finally {
    await client.end();
  }
}

async function requireImportable(
  { format, tenant, migrations }: Manifest,
  { migrationsFolder }: ImportInput,
): Promise<ExportedTenant> {
  if (format !== "openrathaus-tenant-1" || !tenant)
    throw new BackupError(
      "not-a-backup",
      "This is a back-up of a whole installation, not the export of one authority: bring it back with `portal backup restore`.",
    );
  const known = await listMigrations(migrationsFolder);
  if (known.join() !== migrations.join())
    throw new BackupError(
      "other-schema",
      "The export was made by another version of the program. Bring both installations to the same version and export again.",
    );
  return tenant;
}

async function requireRoom(
  client: pg.Client,
  { id, host }: ExportedTenant,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from tenants.authority
     where id = $1 or host = $2`,
    [id, host],
  );
  const [there] = rows;
  if (there)
    throw new BackupError(
      "not-empty",
      `${there.name} is in this installation already, or has the same host label. Nothing was changed.`,
    );
}

/** Triggers refuse what must not happen to living data, and the order of tables should not matter: rows are checked at the end instead. */
async function passTriggers(client: pg.Client): Promise<void> {
  await client
    .query("set local session_replication_role = replica")
    .catch((cause: unknown) => {
      throw new BackupError(
        "not-permitted",
        "This login may not write what triggers guard. Use a superuser, or: grant set on parameter session_replication_role to ….",
        { cause },
      );
    });
}

/** Rows of the authority as they are; of tables that all share those that are not there yet. */
async function loadTable(
  client: pg.Client,
  table: BackedUpTable,
  input: ImportInput,
): Promise<void> {
  if (input.without.includes(`${table.schema}.${table.name}`)) return;
  const columns = columnList(table.columns);
  if (table.columns.includes("tenant_id")) {
    await loadRows(client, { table, into: quoted(table), ...input });
  } else {
    await client.query(
      `create temp table arriving on commit drop as select ${columns} from ${quoted(table)} with no data`,
    );
    await loadRows(client, { table, into: "arriving", ...input });
    await client.query(
      `insert into ${quoted(table)} (${columns}) select ${columns} from arriving on conflict do nothing`,
    );
    await keepArriving(client, table);
  }
  input.onProgress?.(
    `${table.schema}.${table.name}: ${String(table.rows)} rows`,
  );
}

/** Versions of forms may be here under another id: what arrived is kept to compare. */
async function keepArriving(
  client: pg.Client,
  { schema, name }: BackedUpTable,
): Promise<void> {
  await client.query(
    schema === "forms" && name === "form_version"
      ? "alter table arriving rename to arriving_form_version"
      : "drop table arriving",
  );
}

/** The same version of a form (key, version, content) has another id here: rows of the authority name that one. */
async function mapFormVersions(
  client: pg.Client,
  { id }: ExportedTenant,
): Promise<void> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select arriving.id as from, here.id as to from arriving_form_version as arriving
     join forms.form_version as here using (form_key, version, content_hash)
     where here.id <> arriving.id`,
  );
  if (rows.length === 0) return;
  for (const shape of await listTables(client))
    for (const column of shape.columns.filter((each) =>
      /(?:^|_)version_id$/.test(each),
    ))
      if (shape.columns.includes("tenant_id"))
        await client.query(
          `update ${quoted(shape)} as mine set ${column} = known.there
           from unnest($2::uuid[], $3::uuid[]) as known (gone, there)
           where mine.tenant_id = $1 and mine.${column} = known.gone`,
          [id, rows.map(({ from }) => from), rows.map(({ to }) => to)],
        );
}

async function requireParents(
  client: pg.Client,
  { id, name }: ExportedTenant,
): Promise<void> {
  const missing = await missingParents(client, id);
  if (missing.length > 0)
    throw new BackupError(
      "damaged",
      `Rows of ${name} refer to what is not here: ${missing.join(", ")}. Nothing was changed.`,
    );
}

async function wrapKeys(
  client: pg.Client,
  ring: KeyRing,
  {
    tenant: { id },
    keys,
  }: {
    readonly tenant: ExportedTenant;
    readonly keys: readonly PlainDataKey[];
  },
): Promise<void> {
  const [newest] = ring.keys;
  if (!newest) throw new Error("import: the key ring is empty");
  for (const { version, key } of keys)
    await client.query(
      // Where a replacement was under way, its job has come along.
      "insert into crypto.tenant_key (tenant_id, version, ring_key_id, wrapped_key, alone_since) values ($1, $2, $3, $4, now())",
      [
        id,
        version,
        newest.id,
        seal(newest.secret, key, wrapContext(id, version)),
      ],
    );
}

/** The authority above is another row here, or none. A row that was not taken has a neighbour with the same short address or Regionalschlüssel. */
async function placeUnder(
  client: pg.Client,
  { id, name }: ExportedTenant,
  parentId: string | undefined,
): Promise<void> {
  const { rowCount } = await client.query(
    "update tenants.authority set parent_id = $2, updated_at = now() where id = $1",
    [id, parentId ?? null],
  );
  if (rowCount !== 1)
    throw new BackupError(
      "not-empty",
      `An authority with the short address or the ARS of ${name} is here already. Nothing was changed.`,
    );
}
