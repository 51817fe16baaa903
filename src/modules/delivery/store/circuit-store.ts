import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { setChannel } from "../../../platform/jobs/channel-store.ts";
import type { DeliveryTables } from "./tables.ts";

/**
 * Counts a failure of the destination and returns how many there were in a row. Undefined, and not counted: others have opened the circuit
 * since this attempt began, so that it says nothing new, however many were under way as the destination went.
 */
export async function countFailure(
  db: Db,
  tenantId: string,
  failed: { readonly destinationId: string; readonly isCanary: boolean },
): Promise<number | undefined> {
  let query = db
    .$extendTables<DeliveryTables>()
    .updateTable("delivery.destination")
    .set((eb) => ({ failures: eb("failures", "+", 1) }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", failed.destinationId);
  if (!failed.isCanary) query = query.where("open_until", "is", null);
  const row = await query.returning("failures").executeTakeFirst();
  return row?.failures;
}

/** Opens the circuit until a time, or longer where it is open longer; undefined: the destination answers again, and all may go. */
export async function setCircuit(
  db: Db,
  tenantId: string,
  { destinationId, until }: { destinationId: string; until: Date | undefined },
): Promise<void> {
  await db
    .$extendTables<DeliveryTables>()
    .updateTable("delivery.destination")
    .set((eb) =>
      until
        ? { open_until: eb.fn("greatest", ["open_until", eb.val(until)]) }
        : { open_until: null, failures: 0 },
    )
    .where("tenant_id", "=", tenantId)
    .where("id", "=", destinationId)
    .execute();
  await applyToChannel(db, tenantId, destinationId);
}

/** Makes the destination's channel in the queue what its row says: how many at once, and whether any. */
export async function applyToChannel(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<void> {
  const { rows } = await sql<{
    concurrency: number;
    isHeld: boolean;
    openUntil: Date | null;
  }>`
    select concurrency, open_until as "openUntil", paused_at is not null or not enabled as "isHeld"
    from delivery.destination where tenant_id = ${tenantId} and id = ${destinationId}
  `.execute(db);
  const [row] = rows;
  if (!row) return;
  await setChannel(db, {
    channel: destinationId,
    // While it is open, one canary at a time.
    slots: row.openUntil ? 1 : row.concurrency,
    heldUntil: row.isHeld ? "closed" : (row.openUntil ?? "open"),
  });
}
