import { keyVersionOf } from "../../platform/crypto/ciphertext-header.ts";
import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { collectModules } from "../modules.ts";
import { sealedTablesOf } from "../re-encryption.ts";
import type { Services } from "../services.ts";
import { openAsOwner, type DatabaseOwner } from "./tenant-rows.ts";

type Checked = {
  /** Columns in which something was found, e.g. `submissions.draft.answers`. */
  readonly columns: ReadonlySet<string>;
  /** Of those, where something did not open as what its table says it was written for. */
  readonly faults: readonly string[];
};

/** Opens what is stored, up to `mostRows` of each table, for the purposes that the modules' sealed tables name. */
export async function checkSealed(
  services: Services,
  address: DatabaseAddress,
  mostRows = 50,
): Promise<Checked> {
  const owner = openAsOwner(address);
  try {
    const all = await Promise.all(
      sealedTablesOf(collectModules(services)).map((table) =>
        checkTable({ services, owner, mostRows }, table),
      ),
    );
    return {
      columns: new Set(all.flatMap(({ columns }) => columns)),
      faults: [...new Set(all.flatMap(({ faults }) => faults))],
    };
  } finally {
    await owner.close();
  }
}

async function checkTable(
  {
    services,
    owner,
    mostRows,
  }: {
    readonly services: Services;
    readonly owner: DatabaseOwner;
    readonly mostRows: number;
  },
  { table, key, columns: purposes }: SealedTable,
) {
  const names = Object.keys(purposes);
  const rows = await owner.query<{
    tenant_id: string;
    key: string[];
    sealed: (Buffer | null)[];
  }>(
    `select tenant_id, array[${key.map((name) => `"${name}"::text`).join()}] as key,
       array[${names.join()}] as sealed
     from ${table} where num_nonnulls(${names.join()}) > 0 order by ctid desc limit ${String(mostRows)}`,
  );
  const columns: string[] = [];
  const faults: string[] = [];
  for (const row of rows)
    for (const [index, [name, purposeOf]] of Object.entries(
      purposes,
    ).entries()) {
      const ciphertext = row.sealed[index];
      // Rows that a test writes by itself may hold anything.
      if (!ciphertext || keyVersionOf(ciphertext) === 0) continue;
      columns.push(`${table}.${name}`);
      await services
        .cipherOf(row.tenant_id)
        .decrypt(ciphertext, purposeOf(...row.key))
        .catch(() => faults.push(`${table}.${name}`));
    }
  return { columns, faults };
}
