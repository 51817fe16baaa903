import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export type StoredTenantKey = {
  version: number;
  ring_key_id: string;
  wrapped_key: Buffer;
};

export type UsableTenantKey = StoredTenantKey & {
  created_at: Date;
  /** All processes know it by now: from then on it encrypts. */
  has_settled: boolean;
  /** Since when nothing is stored under an older one. */
  alone_since: Date | null;
};

/** In this time every process reads what keys there are. */
const settlesIn = sql`interval '3 minutes'`;

/** All data keys of a tenant, newest first. */
export async function listTenantKeys(
  db: Db,
  tenantId: string,
): Promise<UsableTenantKey[]> {
  const { rows } = await sql<UsableTenantKey>`
    select version, ring_key_id, wrapped_key, created_at, created_at <= now() - ${settlesIn} as has_settled, alone_since
    from crypto.tenant_key
    where tenant_id = ${tenantId} order by version desc
  `.execute(db);
  return rows;
}

/** The data key that each tenant encrypts with: the newest that has settled, or the first. */
export async function listVersionsInUse(
  db: Db,
): Promise<{ tenantId: string; version: number }[]> {
  const { rows } = await sql<{ tenantId: string; version: number }>`
    select tenant_id as "tenantId", max(version) as version from crypto.tenant_key
    where version = 1 or created_at <= now() - ${settlesIn} group by 1
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

/** Notes that nothing is stored under older data keys than this one any more. */
export async function markAlone(
  db: Db,
  tenantId: string,
  version: number,
): Promise<void> {
  await sql`
    update crypto.tenant_key set alone_since = now() where tenant_id = ${tenantId} and version = ${version}
  `.execute(db);
}

export type Replacement = {
  readonly tenantId: string;
  readonly version: number;
  readonly madeAt: Date;
  /** Undefined: data is still being encrypted again. */
  readonly aloneSince: Date | undefined;
};

/** Of each tenant whose data key was ever replaced, the last time. */
export async function listReplacements(
  db: Db,
): Promise<readonly Replacement[]> {
  const { rows } = await sql<
    Omit<Replacement, "aloneSince"> & { aloneSince: Date | null }
  >`
    select distinct on (tenant_id) tenant_id as "tenantId", version, created_at as "madeAt", alone_since as "aloneSince"
    from crypto.tenant_key where version > 1 order by tenant_id, version desc
  `.execute(db);
  return rows.map((row) => ({
    ...row,
    aloneSince: row.aloneSince ?? undefined,
  }));
}

/** All tenants that have a data key. */
export async function listTenantsWithKeys(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct tenant_id as id from crypto.tenant_key order by 1
  `.execute(db);
  return rows.map(({ id }) => id);
}
