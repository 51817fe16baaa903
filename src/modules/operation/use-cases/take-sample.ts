import type { Db } from "../../../platform/database/database.ts";
import { keptMs, stepOf, type Figures } from "../domain/figures.ts";
import { highestOf, sumOf } from "../domain/sums.ts";
import type { FigureSources } from "../ports.ts";
import {
  hasSample,
  listProcesses,
  removeOld,
  saveSample,
} from "../store/watch-store.ts";
import { countNow } from "./count-now.ts";
import { aliveEveryMs, goneAfterMs, type WatchGround } from "./keep-watch.ts";

const dayMs = 24 * 3_600_000;

/** Counts what the operator's page shows, each minute and whoever of the workers comes first, so that nobody waits for it who looks at the page. */
export async function countForConsole(
  { database, now }: WatchGround,
  sources: FigureSources,
): Promise<void> {
  await database.unscoped((db) =>
    // Another worker's of this minute will do.
    countNow(db, sources, { now, maxAgeMs: aliveEveryMs / 2 }),
  );
}

/** Measures the installation once in five minutes, whoever asks how often; false when that was done. Removes what is too old on the way. */
export async function takeSample(
  { database, now }: WatchGround,
  sources: FigureSources,
): Promise<boolean> {
  const takenAt = stepOf(now);
  if (await database.unscoped((db) => hasSample(db, takenAt))) return false;
  const disk = await sources.readDisk();
  await database.unscoped(async (db) => {
    const counted = await count(db, { sources, now });
    await saveSample(db, takenAt, {
      ...counted,
      ...(disk && { "disk.free": disk.free }),
    });
    await removeOld(db, {
      before: new Date(now.getTime() - keptMs),
      unseenSince: new Date(now.getTime() - dayMs),
    });
  });
  return true;
}

async function count(
  db: Db,
  { sources, now }: { readonly sources: FigureSources; readonly now: Date },
): Promise<Figures> {
  const { figures } = await countNow(db, sources, {
    now,
    maxAgeMs: aliveEveryMs,
  });
  const { jobs, deliveries, mails } = figures;
  const processes = await listProcesses(db);
  const mailsIn = (...states: readonly string[]) =>
    sumOf(
      mails.filter(({ state }) => states.includes(state)),
      (each) => each.count,
    );
  return {
    "jobs.waiting": sumOf(jobs, (job) => job.waiting),
    "jobs.running": sumOf(jobs, (job) => job.running),
    "jobs.dead": sumOf(jobs, (job) => job.dead),
    "jobs.overdue": highestOf(jobs, (job) => job.overdueSeconds),
    "deliveries.waiting": sumOf(deliveries, (each) => each.waiting),
    "deliveries.held": sumOf(deliveries, (each) => each.held),
    "deliveries.overdue": highestOf(deliveries, (each) => each.overdueSeconds),
    "mails.waiting": mailsIn("waiting"),
    "mails.failed": mailsIn("failed", "undeliverable"),
    "database.bytes": figures.database.bytes,
    processes: processes.filter(
      ({ seenAt }) => now.getTime() - seenAt.getTime() < goneAfterMs,
    ).length,
  };
}
