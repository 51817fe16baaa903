import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FederationTables } from "./tables.ts";

type StoredHealth = Selectable<FederationTables["federation.provider_health"]>;

export async function listHealth(
  db: Db,
  tenantId: string,
): Promise<Omit<StoredHealth, "tenant_id">[]> {
  return db
    .$extendTables<FederationTables>()
    .selectFrom("federation.provider_health")
    .select(["provider", "failures", "reason", "checked_at", "next_check_at"])
    .where("tenant_id", "=", tenantId)
    .execute();
}

/** True for the one process that may ask the provider now; the others take what is known. */
export async function claimCheck(
  db: Db,
  tenantId: string,
  claim: {
    readonly provider: string;
    readonly now: Date;
    /** Somebody else may ask from then on, should nothing come of this. */
    readonly until: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into federation.provider_health as health (tenant_id, provider, failures, checked_at, next_check_at)
    values (${tenantId}::uuid, ${claim.provider}, 0, ${claim.now}, ${claim.until})
    on conflict (tenant_id, provider) do update set next_check_at = excluded.next_check_at
    where health.next_check_at <= ${claim.now}
    returning true
  `.execute(db);
  return rows.length > 0;
}

/** Notes what came of a call. `nextCheck` is told the failures in a row. */
export async function saveHealth(
  db: Db,
  tenantId: string,
  health: {
    readonly provider: string;
    /** Undefined: it answered. */
    readonly reason: string | undefined;
    readonly now: Date;
    readonly nextCheckAt: (failures: number) => Date;
  },
): Promise<void> {
  const { provider, reason, now } = health;
  const isFailure = reason !== undefined;
  const { rows } = await sql<{ failures: number }>`
    insert into federation.provider_health as health (tenant_id, provider, failures, reason, checked_at, next_check_at)
    values (${tenantId}::uuid, ${provider}, ${isFailure ? 1 : 0}, ${reason ?? null}, ${now}, ${now})
    on conflict (tenant_id, provider) do update set
      failures = case when ${isFailure} then least(health.failures + 1, 1000) else 0 end,
      reason = excluded.reason, checked_at = excluded.checked_at
    returning failures
  `.execute(db);
  await sql`
    update federation.provider_health set next_check_at = ${health.nextCheckAt(rows[0]?.failures ?? 0)}
    where tenant_id = ${tenantId}::uuid and provider = ${provider}
  `.execute(db);
}
