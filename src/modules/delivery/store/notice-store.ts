import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryTables } from "./tables.ts";

/** True for the first call with this delivery, in whatever transaction it was; false for all others. */
export async function insertNotice(
  db: Db,
  notice: { deliveryId: string; now: Date },
): Promise<boolean> {
  const inserted = await db
    .$extendTables<DeliveryTables>()
    .insertInto("delivery.notice")
    .values({ delivery_id: notice.deliveryId, put_at: notice.now })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "delivery_id"]).doNothing(),
    )
    .returning("delivery_id")
    .execute();
  return inserted.length === 1;
}
