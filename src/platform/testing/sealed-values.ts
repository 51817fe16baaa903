import assert from "node:assert/strict";
import pg from "pg";
import { keyVersionOf } from "../crypto/ciphertext-header.ts";
import type { SealedTable } from "../crypto/sealed-table.ts";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import type { DatabaseAddress } from "../database/database.ts";
import type { TestDatabase } from "./test-database.ts";

export type SealedValues = {
  /** Columns in which something was found, e.g. `submissions.draft.answers`. */
  readonly columns: ReadonlySet<string>;
  /** Of those, where something did not open as what its table says it was written for. */
  readonly faults: ReadonlySet<string>;
};

export type SealedCheck = {
  readonly address: DatabaseAddress;
  readonly cipherOf: (tenantId: string) => TenantCipher;
  /** Of each table, the newest. */
  readonly mostRows: number;
};

/** Opens what is stored in all tenants for the purposes that the sealed tables name. */
export async function openSealedValues(
  { address, cipherOf, mostRows }: SealedCheck,
  tables: readonly SealedTable[],
): Promise<SealedValues> {
  const client = new pg.Client({ ...address });
  await client.connect();
  const columns = new Set<string>();
  const faults = new Set<string>();
  try {
    for (const table of tables) {
      const { rows } = await client.query<Row>(selectOf(table, mostRows));
      for (const { name, tenantId, ciphertext, purpose } of rows.flatMap(
        (row) => valuesIn(table, row),
      )) {
        columns.add(name);
        await cipherOf(tenantId)
          .decrypt(ciphertext, purpose)
          .catch(() => faults.add(name));
      }
    }
  } finally {
    await client.end();
  }
  return { columns, faults };
}

type Row = {
  readonly tenant_id: string;
  readonly key: readonly string[];
  readonly sealed: readonly (Buffer | null)[];
};

function selectOf({ table, key, columns }: SealedTable, mostRows: number) {
  const names = Object.keys(columns).join(", ");
  return `select tenant_id, array[${key.map((name) => `"${name}"::text`).join()}] as key, array[${names}] as sealed
    from ${table} where num_nonnulls(${names}) > 0 order by ctid desc limit ${String(mostRows)}`;
}

function valuesIn(
  { table, columns }: SealedTable,
  { tenant_id: tenantId, key, sealed }: Row,
) {
  return Object.entries(columns).flatMap(([name, purposeOf], index) => {
    const ciphertext = sealed[index];
    // Rows that a test writes by itself may hold anything.
    return !ciphertext || keyVersionOf(ciphertext) === 0
      ? []
      : [
          {
            name: `${table}.${name}`,
            tenantId,
            ciphertext,
            purpose: purposeOf(...key),
          },
        ];
  });
}

/** What a module's tests have stored opens as its sealed tables say, and something was stored in each of these columns. */
export async function assertSealed(
  database: TestDatabase,
  tables: readonly SealedTable[],
  expected: readonly string[],
): Promise<void> {
  const { address } = database;
  const cipherOf = (tenantId: string) =>
    database.contextFor({ tenantId }).cipher;
  const { columns, faults } = await openSealedValues(
    { address, cipherOf, mostRows: 1_000 },
    tables,
  );
  assert.deepEqual([...faults], []);
  for (const column of expected) assert.ok(columns.has(column), column);
}
