import { sql } from "kysely";
import { isId } from "../values/id.ts";
import type { Db } from "./database.ts";

/**
 * Works on the rows of another tenant within the caller's transaction, so that what two authorities write is there together or not at all;
 * row-level security shows only that tenant's rows meanwhile. For the few use cases that hand something from one authority to another: they
 * record it in the audit logs of both. Afterwards the transaction is the caller's again; when `work` throws, it must end.
 */
export async function asTenant<T>(
  db: Db,
  { own, other }: { readonly own: string; readonly other: string },
  work: () => Promise<T>,
): Promise<T> {
  await setTenant(db, other);
  const result = await work();
  await setTenant(db, own);
  return result;
}

async function setTenant(db: Db, tenantId: string): Promise<void> {
  if (!isId(tenantId)) throw new TypeError("database: tenantId is not a UUID");
  await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(db);
}
