import { measureDatabase } from "../../../platform/database/database-size.ts";
import type { Db } from "../../../platform/database/database.ts";
import { countJobsByName } from "../../../platform/jobs/count-jobs.ts";
import { countMailsByState } from "../../../platform/mail/count-mails.ts";
import { keptMs, stepOf, type Figures } from "../domain/figures.ts";
import { highestOf, sumOf } from "../domain/sums.ts";
import type { FigureSources } from "../ports.ts";
import {
  hasSample,
  listProcesses,
  removeOld,
  saveSample,
} from "../store/watch-store.ts";
import { goneAfterMs, type WatchGround } from "./keep-watch.ts";

const dayMs = 24 * 3_600_000;

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
  const jobs = await countJobsByName(db);
  const deliveries = await sources.countDeliveries(db);
  const mails = await countMailsByState(db);
  const { bytes } = await measureDatabase(db);
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
    "database.bytes": bytes,
    processes: processes.filter(
      ({ seenAt }) => now.getTime() - seenAt.getTime() < goneAfterMs,
    ).length,
  };
}
