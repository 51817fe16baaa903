import type { Context } from "../context/context.ts";
import { keyVersionOf } from "./ciphertext-header.ts";
import { encryptWithVersion } from "./encrypt-with-version.ts";
import {
  lockRowsOfOlderKeys,
  replaceCiphertexts,
  type SealedRow,
} from "./sealed-row-store.ts";
import type { SealedTable } from "./sealed-table.ts";

export type RowsStep = {
  readonly table: SealedTable;
  /** The data key that everything is to be under. */
  readonly version: number;
  readonly after?: readonly string[] | undefined;
};

export type RowsDone = {
  /** Key of the last row; undefined: there are no more. */
  readonly last: readonly string[] | undefined;
  readonly encrypted: number;
  /** Values that the tenant's cipher does not open; they stay as they are. */
  readonly unopened: number;
};

/** Locked at once, and written in one transaction: what people wait for meanwhile. */
const rowsAtOnce = 50;

/**
 * Encrypts the next rows of a table again, in one transaction of their own. May be cut off and run again at any time. Throws when this process
 * does not encrypt with that data key yet.
 */
export async function reEncryptRows(
  context: Context,
  { table, version, after }: RowsStep,
): Promise<RowsDone> {
  const { tenantId, cipher } = context;
  return context.transaction(async (db) => {
    const rows = await lockRowsOfOlderKeys(db, {
      tenantId,
      table,
      version,
      after,
      limit: rowsAtOnce,
    });
    let encrypted = 0;
    let unopened = 0;
    for (const row of rows) {
      const again = await reEncryptRow({ cipher, table, version }, row);
      unopened += again.unopened;
      if (again.ciphertexts.size === 0) continue;
      await replaceCiphertexts(db, { tenantId, table }, { ...row, ...again });
      encrypted += again.ciphertexts.size;
    }
    const isLast = rows.length < rowsAtOnce;
    return { last: isLast ? undefined : rows.at(-1)?.key, encrypted, unopened };
  });
}

async function reEncryptRow(
  {
    cipher,
    table,
    version,
  }: Pick<Context, "cipher"> & Pick<RowsStep, "table" | "version">,
  { key, ciphertexts }: SealedRow,
) {
  const again = new Map<string, Buffer>();
  let unopened = 0;
  for (const [name, purposeOf] of Object.entries(table.columns)) {
    const old = ciphertexts.get(name);
    if (!old || keyVersionOf(old) >= version) continue;
    const purpose = purposeOf(...key);
    const plaintext = await cipher.decrypt(old, purpose).catch(() => undefined);
    if (plaintext)
      again.set(
        name,
        await encryptWithVersion(cipher, { version, plaintext, purpose }),
      );
    else unopened += 1;
  }
  return { ciphertexts: again, unopened };
}
