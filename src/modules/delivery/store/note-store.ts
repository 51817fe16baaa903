import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryTables } from "./tables.ts";

/** What a connector noted last of a delivery; undefined for nothing. */
export async function findNote(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<unknown> {
  const row = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.connector_note")
    .select("note")
    .where("tenant_id", "=", tenantId)
    .where("delivery_id", "=", deliveryId)
    .executeTakeFirst();
  return row?.note;
}

/** In place of what was noted before. */
export async function writeNote(
  db: Db,
  given: { deliveryId: string; note: unknown; now: Date },
): Promise<void> {
  const values = { note: JSON.stringify(given.note), written_at: given.now };
  await db
    .$extendTables<DeliveryTables>()
    .insertInto("delivery.connector_note")
    .values({ delivery_id: given.deliveryId, ...values })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "delivery_id"]).doUpdateSet(values),
    )
    .execute();
}
