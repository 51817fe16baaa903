import type { Db } from "../../../platform/database/database.ts";
import type { ExpiryStage } from "../domain/expiry.ts";
import type { DeliveryTables } from "./tables.ts";

export type ExpiringDestination = {
  readonly name: string;
  readonly expiresAt: Date;
  readonly told: ExpiryStage | undefined;
};

/** Held until the end of the transaction. Undefined: nothing of it ends. */
export async function findExpiring(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<ExpiringDestination | undefined> {
  const row = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.destination")
    .select(["name", "expires_at", "expiry_told"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", destinationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row?.expires_at) return undefined;
  return {
    name: row.name,
    expiresAt: row.expires_at,
    told: row.expiry_told ?? undefined,
  };
}

export async function noteExpiryTold(
  db: Db,
  tenantId: string,
  { destinationId, stage }: { destinationId: string; stage: ExpiryStage },
): Promise<void> {
  await db
    .$extendTables<DeliveryTables>()
    .updateTable("delivery.destination")
    .set({ expiry_told: stage })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", destinationId)
    .execute();
}
