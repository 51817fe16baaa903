import type { Database } from "../../../platform/database/database.ts";
import type { FaultCounts } from "../../../platform/logging/count-faults.ts";
import { stepOf } from "../domain/figures.ts";
import {
  addFaults,
  noteProcess,
  removeProcess,
  type WatchedProcess,
} from "../store/watch-store.ts";

export type { WatchedProcess };

/** The installation's own database: nothing of a tenant is read or written. */
export type WatchGround = {
  readonly database: Pick<Database, "unscoped">;
  readonly now: Date;
};

/** How often a process tells that it is there, and after how long without a word it counts as gone. */
export const aliveEveryMs = 60_000;
export const goneAfterMs = 3 * aliveEveryMs;

/**
 * Notes that a process is there, and the errors in its log since the last time. What cannot be written now is written the next time; throws what
 * the database throws.
 */
export async function tellAlive(
  { database, now }: WatchGround,
  process: Omit<WatchedProcess, "seenAt">,
  faults: FaultCounts,
): Promise<void> {
  const counts = faults.take();
  try {
    await database.unscoped(async (db) => {
      await noteProcess(db, { ...process, seenAt: now });
      if (counts.size > 0) await addFaults(db, stepOf(now), counts);
    });
  } catch (error) {
    faults.giveBack(counts);
    throw error;
  }
}

/** A process ends as it should: it is not missed. */
export async function tellEnd(
  { database }: Pick<WatchGround, "database">,
  processId: string,
): Promise<void> {
  await database.unscoped((db) => removeProcess(db, processId));
}
