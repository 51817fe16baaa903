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

export type WrappedTenantKey = StoredTenantKey & { tenant_id: string };

/** Data keys of all tenants that another key of the ring has wrapped. */
export async function listKeysWrappedOtherwise(
  db: Db,
  ringKeyId: string,
): Promise<WrappedTenantKey[]> {
  const { rows } = await sql<WrappedTenantKey>`
    select tenant_id, version, ring_key_id, wrapped_key from crypto.tenant_key
    where ring_key_id <> ${ringKeyId} order by tenant_id, version
  `.execute(db);
  return rows;
}

/** Puts the same data key in another wrapping. Does nothing when somebody else did so since. */
export async function replaceWrapping(
  db: Db,
  key: WrappedTenantKey,
  wrapping: Pick<StoredTenantKey, "ring_key_id" | "wrapped_key">,
): Promise<void> {
  await sql`
    update crypto.tenant_key
    set ring_key_id = ${wrapping.ring_key_id}, wrapped_key = ${wrapping.wrapped_key}
    where tenant_id = ${key.tenant_id} and version = ${key.version} and ring_key_id = ${key.ring_key_id}
  `.execute(db);
}

/** Number of data keys by the key of the ring that wrapped them. */
export async function countTenantKeys(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select ring_key_id as id, count(*)::int as count from crypto.tenant_key group by 1
  `.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** For each key of the ring that wrapped, one data key. */
export async function listOneOfEachWrapping(
  db: Db,
): Promise<WrappedTenantKey[]> {
  const { rows } = await sql<WrappedTenantKey>`
    select distinct on (ring_key_id) tenant_id, version, ring_key_id, wrapped_key
    from crypto.tenant_key order by ring_key_id
  `.execute(db);
  return rows;
}
