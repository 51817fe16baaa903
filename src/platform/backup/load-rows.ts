import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { decryptWith } from "./age.ts";
import { BackupError } from "./backup-error.ts";
import type { BackedUpTable } from "./manifest.ts";
import { columnList } from "./table-shapes.ts";

export type LoadInput = {
  readonly table: BackedUpTable;
  /** Quoted name of the table that gets the rows. */
  readonly into: string;
  readonly folder: string;
  readonly identity: string | undefined;
};

/** Loads the rows of one table. Throws `BackupError` when they are not as many as the manifest says. */
export async function loadRows(
  client: pg.Client,
  { table, into, folder, identity }: LoadInput,
): Promise<void> {
  const stored: Readable = createReadStream(join(folder, table.path));
  const zipped = table.path.endsWith(".age")
    ? await decryptWith(identity ?? "", stored)
    : stored;
  const rows = client.query(
    copyFrom(`copy ${into} (${columnList(table.columns)}) from stdin`),
  );
  await pipeline(zipped, createGunzip(), rows);
  if (rows.rowCount !== table.rows)
    throw new BackupError(
      "damaged",
      `${table.path} holds ${String(rows.rowCount)} rows, not ${String(table.rows)}.`,
    );
}
