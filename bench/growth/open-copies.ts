import pg from "pg";
import type { DatabaseAddress } from "../../src/platform/database/database.ts";
import { openCopy, type Copy } from "../copy-rows.ts";
import type { Line } from "./make-copy.ts";
import type { Template } from "./template.ts";

/** Running COPYs, one for each table: the database writes them side by side while the next rows are made. */
export type Copies = {
  /** Resolves when the server can take more. */
  writeAll(lines: readonly Line[]): Promise<void>;
  /** Rows written so far. */
  rows(): number;
  end(): Promise<void>;
};

/** A connection of the owner: foreign keys and triggers are left out, and nothing is waited for until the end. */
export async function connectOwner(
  address: DatabaseAddress,
): Promise<pg.Client> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(
    "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2",
  );
  return client;
}

export async function openCopies(
  address: DatabaseAddress,
  templates: readonly Template[],
): Promise<Copies> {
  const columns = new Map(
    templates
      .flatMap(({ rows }) => rows)
      .map(({ table, columns }) => [table, columns]),
  );
  const clients: pg.Client[] = [];
  const copies = new Map<string, Copy>();
  for (const [table, ofTable] of columns) {
    const client = await connectOwner(address);
    clients.push(client);
    const names = ofTable.map(({ name }) => `"${name}"`).join(", ");
    copies.set(
      table,
      await openCopy(client, `copy ${table} (${names}) from stdin`),
    );
  }
  let rows = 0;
  return {
    writeAll: async (lines) => {
      rows += lines.length;
      for (const { table, line } of lines) {
        const full = copies.get(table)?.write(line);
        if (full) await full;
      }
    },
    rows: () => rows,
    end: async () => {
      await Promise.all([...copies.values()].map((copy) => copy.end()));
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
