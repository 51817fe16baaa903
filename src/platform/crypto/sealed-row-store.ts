import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { SealedTable } from "./sealed-table.ts";

/** A row in which something was encrypted with an older data key. */
export type SealedRow = {
  /** The values of the table's key as text. */
  readonly key: readonly string[];
  /** Those of its columns that hold something. */
  readonly ciphertexts: ReadonlyMap<string, Buffer>;
};

export type SealedRowsQuery = {
  readonly tenantId: string;
  readonly table: SealedTable;
  /** Data keys below this one are older. */
  readonly version: number;
  readonly limit: number;
  /** Key of the last row that was looked at. */
  readonly after?: readonly string[] | undefined;
};

/**
 * The next rows with something under an older data key, in the order of their keys, locked for the caller's transaction. What somebody else has
 * locked at this moment is left out: waiting could have two wait for each other.
 */
export async function lockRowsOfOlderKeys(
  db: Db,
  { tenantId, table, version, limit, after }: SealedRowsQuery,
): Promise<readonly SealedRow[]> {
  const key = table.key.map((name) => sql.ref(name));
  const names = Object.keys(table.columns);
  const { rows } = await sql<{
    key: string[];
    sealed: (Buffer | null)[];
  }>`
    select array[${sql.join(key.map((name) => sql`${name}::text`))}] as key,
      array[${sql.join(names.map((name) => sql.ref(name)))}] as sealed
    from ${sql.table(table.table)}
    where tenant_id = ${tenantId} and (${isUnderOlderKey(names, version)})
      and ${after ? sql`(${sql.join(key)}) > (${sql.join(after)})` : sql`true`}
    order by ${sql.join(key)}
    limit ${limit}
    for no key update skip locked
  `.execute(db);
  return rows.map(({ key: values, sealed }) => ({
    key: values,
    ciphertexts: new Map(
      names.flatMap((name, index) => {
        const ciphertext = sealed[index];
        return ciphertext ? [[name, ciphertext]] : [];
      }),
    ),
  }));
}

/** Puts other ciphertexts in place of a row's. The caller's transaction has locked the row. */
export async function replaceCiphertexts(
  db: Db,
  { tenantId, table }: Pick<SealedRowsQuery, "tenantId" | "table">,
  { key, ciphertexts }: SealedRow,
): Promise<void> {
  const values = [...ciphertexts].map(
    ([name, ciphertext]) => sql`${sql.ref(name)} = ${ciphertext}`,
  );
  const columns = table.key.map((name) => sql.ref(name));
  await sql`
    update ${sql.table(table.table)} set ${sql.join(values)}
    where tenant_id = ${tenantId} and (${sql.join(columns)}) = (${sql.join(key)})
  `.execute(db);
}

/** How many rows of a tenant hold something under an older data key. */
export async function countRowsOfOlderKeys(
  db: Db,
  {
    tenantId,
    table,
    version,
  }: Pick<SealedRowsQuery, "tenantId" | "table" | "version">,
): Promise<number> {
  const names = Object.keys(table.columns);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table.table)}
    where tenant_id = ${tenantId} and (${isUnderOlderKey(names, version)})
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** The version stands in the header (`ciphertext-header.ts`), big endian: it compares as bytes do. */
function isUnderOlderKey(names: readonly string[], version: number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(version);
  return sql.join(
    names.map(
      (name) => sql`substring(${sql.ref(name)} from 2 for 4) < ${bytes}`,
    ),
    sql` or `,
  );
}
