import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { DatabaseAddress } from "../database/database.ts";
import { encryptFor } from "./age.ts";
import { connectPastRowSecurity } from "./connect.ts";
import { hashPassing } from "./hashing.ts";
import type { BackedUpTable, Manifest } from "./manifest.ts";
import {
  columnList,
  listTables,
  quoted,
  type TableShape,
} from "./table-shapes.ts";

/** A table, or those of its rows that a condition in SQL names. */
export type ChosenTable = TableShape & { readonly where?: string };

export type TablesInput = {
  readonly address: DatabaseAddress;
  readonly recipients: readonly string[];
  readonly folder: string;
  /** What of the portal's tables is written. */
  readonly choose: (shapes: readonly TableShape[]) => readonly ChosenTable[];
  readonly onProgress?: ((words: string) => void) | undefined;
};

type Snapshot = Pick<
  Manifest,
  "takenAt" | "serverVersion" | "migrations" | "ringKeyIds"
>;

/** Writes tables, or rows of them, as of one snapshot. */
export async function writeTables(input: TablesInput): Promise<{
  readonly snapshot: Snapshot;
  readonly tables: BackedUpTable[];
}> {
  const { folder, recipients, onProgress } = input;
  const client = await connectPastRowSecurity(input.address);
  try {
    await client.query("begin isolation level repeatable read read only");
    const shapes = await listTables(client);
    // So that no migration changes them between the snapshot and their turn.
    await client.query(
      `lock table ${shapes.map(quoted).join(", ")} in access share mode`,
    );
    const snapshot = await describeSnapshot(client);
    await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
    const tables: BackedUpTable[] = [];
    for (const chosen of input.choose(shapes)) {
      const table = await writeTable(client, chosen, { folder, recipients });
      tables.push(table);
      onProgress?.(
        `${chosen.schema}.${chosen.name}: ${String(table.rows)} rows`,
      );
    }
    await client.query("commit");
    return { snapshot, tables };
  } finally {
    await client.end();
  }
}

async function describeSnapshot(client: pg.Client): Promise<Snapshot> {
  const { rows } = await client.query<{
    taken_at: Date;
    version: string;
    migrations: string[];
    keys: string[];
  }>(`
    select now() as taken_at, current_setting('server_version') as version,
           (select array_agg(name order by name) from migrations.applied) as migrations,
           (select coalesce(array_agg(distinct ring_key_id), '{}') from crypto.tenant_key) as keys`);
  const [row] = rows;
  if (!row) throw new Error("backup: the snapshot says nothing of itself");
  return {
    takenAt: row.taken_at.toISOString(),
    serverVersion: row.version,
    migrations: row.migrations,
    ringKeyIds: row.keys,
  };
}

async function writeTable(
  client: pg.Client,
  shape: ChosenTable,
  {
    folder,
    recipients,
  }: { readonly folder: string; readonly recipients: readonly string[] },
): Promise<BackedUpTable> {
  const isEncrypted = recipients.length > 0;
  const path = `tables/${shape.schema}.${shape.name}.copy.gz${isEncrypted ? ".age" : ""}`;
  const rows = client.query(copyTo(`copy ${rowsOf(shape)} to stdout`));
  // Level 1: three times as fast as the default, for files a fifth larger.
  const zipped: Readable = rows.pipe(createGzip({ level: 1 }));
  rows.on("error", (fault: Error) => zipped.destroy(fault));
  const passing = hashPassing();
  await pipeline(
    isEncrypted ? await encryptFor(recipients, zipped) : zipped,
    passing.stream,
    createWriteStream(join(folder, path), {
      flags: "wx",
      mode: 0o600,
      flush: true,
    }),
  );
  return {
    schema: shape.schema,
    name: shape.name,
    columns: [...shape.columns],
    rows: rows.rowCount,
    path,
    ...passing.result(),
  };
}

function rowsOf(shape: ChosenTable): string {
  const columns = columnList(shape.columns);
  return shape.where === undefined
    ? `${quoted(shape)} (${columns})`
    : `(select ${columns} from ${quoted(shape)} where ${shape.where})`;
}
