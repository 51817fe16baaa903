import type { Context } from "../../../platform/context/context.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { watchDeliveriesJob } from "../domain/watch-job.ts";
import { listDestinationIds, writeTally } from "../store/watch-store.ts";

/** Counts for the plots now: what was sent in the past has just been written; and again when the worker has sent what is waiting. */
export async function countDemoDeliveries(context: Context): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    for (const destinationId of await listDestinationIds(db, tenantId))
      await writeTally(db, tenantId, { destinationId, now });
    await enqueue(db, {
      name: watchDeliveriesJob,
      payload: {},
      runAt: new Date(now.getTime() + 60_000),
    });
  });
}
