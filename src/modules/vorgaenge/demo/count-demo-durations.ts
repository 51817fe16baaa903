import type { Context } from "../../../platform/context/context.ts";
import { computeDurations } from "../store/duration-store.ts";

const yearMs = 365 * 86_400_000;

/** Says how long things took as soon as there is something to count, not only a day later. */
export async function countDemoDurations(context: Context): Promise<void> {
  const { tenantId, now } = context;
  const since = new Date(now.getTime() - yearMs);
  await context.transaction((db) =>
    computeDurations(db, tenantId, { since, at: now }),
  );
}
