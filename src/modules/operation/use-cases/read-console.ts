import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { needsAttention, type Attention } from "../domain/attention.ts";
import {
  figureNames,
  spans,
  stepsOf,
  type FigureName,
  type SpanName,
} from "../domain/figures.ts";
import { highestOf, sumOf } from "../domain/sums.ts";
import type { DeliveryDay, DiskSpace, FigureSources } from "../ports.ts";
import {
  countFaultKinds,
  readFaultSeries,
  readSeries,
  type FaultKind,
} from "../store/series-store.ts";
import { listProcesses, type WatchedProcess } from "../store/watch-store.ts";
import { countedForMs, countNow, type Counted } from "./count-now.ts";
import { goneAfterMs } from "./keep-watch.ts";

export type ConsolePorts = FigureSources & {
  /** The last days, the newest last. */
  readDeliveryDays(db: Db, now: Date): Promise<readonly DeliveryDay[]>;
  readMigrations(db: Db): Promise<MigrationsFound>;
  /** Undefined: none by this program. */
  findLastBackup(db: Db): Promise<Date | undefined>;
};

export type MigrationsFound = {
  readonly newest: string | undefined;
  readonly pending: number;
};

export type ShownProcess = WatchedProcess & {
  /** It has told within the last minutes that it is there. */
  readonly isAlive: boolean;
};

/** Values of one plot by step; undefined where nothing was measured. */
export type Plot = readonly (number | undefined)[];

export type ConsoleView = Counted & {
  /** From when the counts of queue, deliveries, mails and database are. */
  readonly countedAt: Date;
  readonly attention: readonly Attention[];
  readonly deliveryDays: readonly DeliveryDay[];
  readonly faults: readonly FaultKind[];
  readonly disk: DiskSpace | undefined;
  readonly processes: readonly ShownProcess[];
  readonly migrations: MigrationsFound;
  readonly lastBackup: Date | undefined;
  readonly span: SpanName;
  /** Beginnings of the steps that plots show. */
  readonly steps: readonly number[];
  readonly plots: Readonly<Record<FigureName, Plot>>;
  /** Undefined before anything was measured at all. */
  readonly faultPlot: Plot;
};

/** How the whole installation is at this moment, and was: counts and sizes, nothing of any tenant. Undefined for anybody but the operator. */
export async function readConsole(
  context: Context,
  ports: ConsolePorts,
  span: SpanName,
): Promise<ConsoleView | undefined> {
  if (!context.actor.may("operator")) return undefined;
  const disk = await ports.readDisk();
  const { now } = context;
  return context.transaction(async (db) => {
    const { figures, countedAt } = await countNow(db, ports, {
      now,
      maxAgeMs: countedForMs,
    });
    const found = {
      ...figures,
      countedAt,
      deliveryDays: await ports.readDeliveryDays(db, now),
      disk,
      faults: await countFaultKinds(db, now),
      processes: (await listProcesses(db)).map((process) => ({
        ...process,
        isAlive: now.getTime() - process.seenAt.getTime() < goneAfterMs,
      })),
      migrations: await ports.readMigrations(db),
      lastBackup: await ports.findLastBackup(db),
    };
    return {
      ...found,
      attention: attentionOf(found, now),
      ...(await readPlots(db, span, now)),
    };
  });
}

function attentionOf(
  found: Omit<
    ConsoleView,
    "attention" | "span" | "steps" | "plots" | "faultPlot"
  >,
  now: Date,
): readonly Attention[] {
  const { jobs, deliveries, disk, lastBackup } = found;
  return needsAttention({
    workers: found.processes.filter(
      ({ isAlive, worksQueue }) => isAlive && worksQueue,
    ).length,
    overdueSeconds: highestOf(jobs, (job) => job.overdueSeconds),
    dead: sumOf(jobs, (job) => job.dead),
    deliveriesOverdueSeconds: highestOf(
      deliveries,
      (each) => each.overdueSeconds,
    ),
    held: sumOf(deliveries, (each) => each.held),
    mailsFailed: sumOf(
      found.mails.filter(({ state }) => state === "failed"),
      ({ count }) => count,
    ),
    faultsLastHour: sumOf(found.faults, ({ lastHour }) => lastHour),
    diskFreeShare: disk && disk.free / Math.max(1, disk.total),
    pendingMigrations: found.migrations.pending,
    backupAgeMs: lastBackup && now.getTime() - lastBackup.getTime(),
  });
}

/** Space is short where it is lowest; everything else is bad where it is highest. */
const lowestCounts: readonly string[] = ["disk.free", "processes"];

async function readPlots(db: Db, span: SpanName, now: Date) {
  const steps = stepsOf(span, now);
  const { stepMs } = spans[span];
  const stretch = { since: new Date(steps[0] ?? 0), stepMs };
  const points = await readSeries(db, { ...stretch, figures: figureNames });
  const faults = await readFaultSeries(db, stretch);
  const byKey = new Map(
    points.map((point) => [`${point.figure} ${String(point.at)}`, point]),
  );
  const plotOf = (name: FigureName): Plot =>
    steps.map((at) => {
      const point = byKey.get(`${name} ${String(at)}`);
      return lowestCounts.includes(name) ? point?.lowest : point?.highest;
    });
  const plots: ConsoleView["plots"] = {
    "jobs.waiting": plotOf("jobs.waiting"),
    "jobs.running": plotOf("jobs.running"),
    "jobs.dead": plotOf("jobs.dead"),
    "jobs.overdue": plotOf("jobs.overdue"),
    "deliveries.waiting": plotOf("deliveries.waiting"),
    "deliveries.held": plotOf("deliveries.held"),
    "deliveries.overdue": plotOf("deliveries.overdue"),
    "mails.waiting": plotOf("mails.waiting"),
    "mails.failed": plotOf("mails.failed"),
    "database.bytes": plotOf("database.bytes"),
    "disk.free": plotOf("disk.free"),
    processes: plotOf("processes"),
  };
  const faultsAt = new Map(faults.map(({ at, count }) => [at, count]));
  return {
    span,
    steps,
    plots,
    // While samples were taken somebody was there to count; without an error there is no row.
    faultPlot: steps.map(
      (at, index) =>
        faultsAt.get(at) ??
        (plots.processes[index] === undefined ? undefined : 0),
    ),
  };
}
