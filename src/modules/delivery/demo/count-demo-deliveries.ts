import type { Context } from "../../../platform/context/context.ts";
import { listDestinationIds, writeTally } from "../store/watch-store.ts";

/** Counts for the plots now: what was sent in the past has just been written. */
export async function countDemoDeliveries(context: Context): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    for (const destinationId of await listDestinationIds(db, tenantId))
      await writeTally(db, tenantId, { destinationId, now });
  });
}
