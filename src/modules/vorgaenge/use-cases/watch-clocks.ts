import { addDays, dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  computeDurations,
  findLastComputation,
} from "../store/duration-store.ts";
import { removeDueNotices } from "../store/clock-store.ts";
import { approveSilently } from "./approve-silently.ts";
import { tellOfDueWork } from "./tell-of-due-work.ts";

const hourMs = 3_600_000;

export type WatchPorts = Pick<
  VorgaengePorts,
  "authorities" | "tellApplicantOf"
>;

/**
 * Looks after what is due: grants by silence what the law grants, tells the office in the morning, and computes once a day how long
 * things took. May run any number of times, also at once.
 */
export async function watchClocks(
  context: Context,
  ports: WatchPorts,
): Promise<void> {
  const authority = await ports.authorities.find(context.tenantId);
  // The installation's own tenant decides nothing.
  if (!authority) return;
  await approveSilently(context, ports.tellApplicantOf?.(authority));
  await tellOfDueWork(context, authority.baseUrl);
  await keepDurations(context);
}

async function keepDurations(context: Context): Promise<void> {
  const { tenantId, now } = context;
  const last = await context.read((db) => findLastComputation(db, tenantId));
  // A little less than a day, so that it does not wander through the day.
  if (last && now.getTime() - last.getTime() < 23 * hourMs) return;
  const since = new Date(now.getTime() - 365 * 24 * hourMs);
  await context.transaction(async (db) => {
    await computeDurations(db, tenantId, { since, at: now });
    await removeDueNotices(db, tenantId, addDays(dayOf(now), -30));
  });
}
