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

/** Locked at once, and written in one transaction: what people wait for meanwhile. */
const rowsAtOnce = 50;

/**
 * Encrypts the next rows of a table again, in one transaction of their own; what does not open stays as it is. Gives the key of the last row;
 * undefined: there are no more. May be cut off and run again at any time. Throws when this process does not encrypt with that data key yet.
 */
export async function reEncryptRows(
  context: Context,
  { table, version, after }: RowsStep,
): Promise<readonly string[] | undefined> {
  const { tenantId, cipher } = context;
  return context.transaction(async (db) => {
    const rows = await lockRowsOfOlderKeys(db, {
      tenantId,
      table,
      version,
      after,
      limit: rowsAtOnce,
    });
    for (const row of rows) {
      const ciphertexts = await reEncrypt({ cipher, table, version }, row);
      if (ciphertexts.size > 0)
        await replaceCiphertexts(
          db,
          { tenantId, table },
          { ...row, ciphertexts },
        );
    }
    return rows.length < rowsAtOnce ? undefined : rows.at(-1)?.key;
  });
}

async function reEncrypt(
  {
    cipher,
    table,
    version,
  }: Pick<Context, "cipher"> & Pick<RowsStep, "table" | "version">,
  { key, ciphertexts }: SealedRow,
): Promise<ReadonlyMap<string, Buffer>> {
  const again = new Map<string, Buffer>();
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
  }
  return again;
}
