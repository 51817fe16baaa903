import { readdirSync, readFileSync } from "node:fs";
import type { Finding } from "../compare.ts";
import type { ApartStage } from "../faults/apart/stage.ts";

/** What one process and its launcher hold. */
export type Held = {
  readonly megabytes: number;
  readonly openFiles: number;
};

export type Sample = {
  readonly minutes: number;
  readonly confirmed: number;
  /** Of the processes that nothing happens to. */
  readonly web: Held;
  readonly worker: Held;
  readonly databaseMegabytes: number;
  /** Rows that were changed or removed and not cleared away yet. */
  readonly deadRows: number;
  /** By the server's statistics, or those of the last vacuum: the first are gone when it was killed. */
  readonly liveRows: number;
  /** By how much the oldest due job is late, in seconds. */
  readonly jobsLateSeconds: number;
};

/** The second of each kind: faults strike the first. */
const watched = { web: "web2", worker: "worker2" } as const;

/** Undefined while the database cannot be asked. */
export async function takeSample(
  stage: ApartStage,
  seen: Pick<Sample, "minutes" | "confirmed">,
): Promise<Sample | undefined> {
  const numbers = await databaseNumbers(stage).catch(() => undefined);
  return (
    numbers && {
      ...seen,
      ...numbers,
      web: heldBy(stage, watched.web),
      worker: heldBy(stage, watched.worker),
    }
  );
}

async function databaseNumbers({ database }: ApartStage) {
  const { rows } = await database.query<{
    databaseMegabytes: number;
    deadRows: number;
    liveRows: number;
    jobsLateSeconds: number;
  }>(
    `select (pg_database_size(current_database()) / 1048576.0)::float8 as "databaseMegabytes",
            (select sum(n_dead_tup) from pg_stat_user_tables)::float8 as "deadRows",
            (select sum(greatest(n_live_tup, reltuples)) from pg_stat_user_tables
             join pg_class on pg_class.oid = relid)::float8 as "liveRows",
            (select coalesce(extract(epoch from now() - min(run_at)), 0) from jobs.job
             where state = 'waiting' and run_at <= now())::float8 as "jobsLateSeconds"`,
  );
  return rows[0];
}

function heldBy({ installation }: ApartStage, name: string): Held {
  const member = installation.members.find((each) => each.name === name);
  const all = (member?.processes() ?? []).map(heldByProcess);
  return {
    megabytes: sum(all.map(({ megabytes }) => megabytes)),
    openFiles: sum(all.map(({ openFiles }) => openFiles)),
  };
}

/** Nothing when it has just ended. */
function heldByProcess(pid: number): Held {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(status) ?? [];
    return {
      megabytes: Number(kilobytes) / 1024,
      openFiles: readdirSync(`/proc/${String(pid)}/fd`).length,
    };
  } catch {
    return { megabytes: 0, openFiles: 0 };
  }
}

/** Something of which there should not be more and more. */
export type Measure = {
  readonly name: string;
  readonly of: (sample: Sample) => number;
  /** What the last quarter may be above the second one; undefined: told only, since it grows with what is stored. */
  readonly allowance: ((before: number) => number) | undefined;
};

const megabytesAllowed = (before: number) => Math.max(30, 0.15 * before);
const filesAllowed = () => 20;

const measures: readonly Measure[] = [
  {
    name: "memory of a web process, MB",
    of: ({ web }) => web.megabytes,
    allowance: megabytesAllowed,
  },
  {
    name: "memory of a worker, MB",
    of: ({ worker }) => worker.megabytes,
    allowance: megabytesAllowed,
  },
  {
    name: "open files of a web process",
    of: ({ web }) => web.openFiles,
    allowance: filesAllowed,
  },
  {
    name: "open files of a worker",
    of: ({ worker }) => worker.openFiles,
    allowance: filesAllowed,
  },
  {
    name: "dead rows, % of all",
    of: ({ deadRows, liveRows }) => (100 * deadRows) / (deadRows + liveRows),
    allowance: () => 20,
  },
  {
    name: "oldest due job late by, s",
    of: ({ jobsLateSeconds }) => jobsLateSeconds,
    allowance: () => 60,
  },
  {
    name: "database, MB",
    of: ({ databaseMegabytes }) => databaseMegabytes,
    allowance: undefined,
  },
];

export type Trend = {
  readonly name: string;
  /** Means of the second and the last quarter. */
  readonly before: number;
  readonly after: number;
  /** In an hour, over the last three quarters: what happens for minutes only, as a fault does, hardly counts. */
  readonly perHour: number;
  readonly grows: boolean;
};

/** The first quarter is left out: everything warms up. */
export function trendsOf(samples: readonly Sample[]): readonly Trend[] {
  const quarter = Math.floor(samples.length / 4);
  return measures.map(({ name, of, allowance }) => {
    const before = mean(samples.slice(quarter, 2 * quarter).map(of));
    const after = mean(samples.slice(-quarter).map(of));
    const points = samples
      .slice(quarter)
      .map((sample) => [sample.minutes / 60, of(sample)] as const);
    const grows = allowance !== undefined && after - before > allowance(before);
    return { name, before, after, perHour: slopeOf(points), grows };
  });
}

/** What grows on and on would end a process some day: the last quarter is held against the second one. */
export function findGrowth(samples: readonly Sample[]): Finding {
  const promise =
    "memory, open files, dead rows and the age of the queue do not grow on and on";
  if (samples.length < 4)
    return { promise, counted: 0, broken: ["too few samples to tell"] };
  const growing = trendsOf(samples).filter(({ grows }) => grows);
  return {
    promise,
    counted: measures.filter(({ allowance }) => allowance).length,
    broken: growing.map(
      ({ name, before, after }) =>
        `${name}: from ${before.toFixed(0)} to ${after.toFixed(0)}`,
    ),
  };
}

/** The median of the slopes between all pairs (Theil and Sen). */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).map(([later, value]) => (value - y) / (later - x)),
  );
  return slopes.toSorted((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
}

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, each) => total + each, 0);

const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
