import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export type StoredTenantKey = {
  version: number;
  ring_key_id: string;
  wrapped_key: Buffer;
};

/** All data keys of a tenant, newest first. */
export async function listTenantKeys(
  db: Db,
  tenantId: string,
): Promise<StoredTenantKey[]> {
  const { rows } = await sql<StoredTenantKey>`
    select version, ring_key_id, wrapped_key from crypto.tenant_key
    where tenant_id = ${tenantId} order by version desc
  `.execute(db);
  return rows;
}

/** Saves a data key. Two processes may try at once; the first one wins, the second reads it. */
export async function insertTenantKey(
  db: Db,
  tenantId: string,
  key: StoredTenantKey,
): Promise<void> {
  await sql`
    insert into crypto.tenant_key (tenant_id, version, ring_key_id, wrapped_key)
    values (${tenantId}, ${key.version}, ${key.ring_key_id}, ${key.wrapped_key})
    on conflict do nothing
  `.execute(db);
}
