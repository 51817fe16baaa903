import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Removes attempts, replay marks and ties to sessions whose time is over. */
export async function deleteExpired(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<void> {
  await sql`
    with attempts as (
      delete from federation.attempt where tenant_id = ${tenantId}::uuid and expires_at < ${now}
    ), sessions as (
      delete from federation.provider_session where tenant_id = ${tenantId}::uuid and expires_at < ${now}
    )
    delete from federation.used_assertion where tenant_id = ${tenantId}::uuid and expires_at < ${now}
  `.execute(db);
}

/** Notes an assertion or notice; false when it was there before. */
export async function useAssertion(
  db: Db,
  tenantId: string,
  assertion: {
    readonly provider: string;
    readonly assertionHash: Buffer;
    readonly expiresAt: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into federation.used_assertion (tenant_id, provider, assertion_hash, expires_at)
    values (${tenantId}::uuid, ${assertion.provider}, ${assertion.assertionHash}, ${assertion.expiresAt})
    on conflict do nothing
    returning true
  `.execute(db);
  return rows.length > 0;
}
