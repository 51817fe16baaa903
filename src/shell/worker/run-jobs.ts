import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../platform/context/context.ts";
import type { Database, Db } from "../../platform/database/database.ts";
import {
  claimJobOfChannel,
  listDueChannels,
} from "../../platform/jobs/channel-store.ts";
import {
  buryJob,
  claimJob,
  countStart,
  giveJobBack,
  isAloneAtWork,
  postponeJob,
  removeJob,
  type Claim,
  type ClaimedJob,
} from "../../platform/jobs/job-store.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import { within } from "../../platform/tracing/span.ts";
import type { Tracer } from "../../platform/tracing/tracer.ts";
import type { JobHandler, JobOutcome } from "./job.ts";
import { unsettledJobs, type UnsettledJobs } from "./unsettled-jobs.ts";

export type WorkerOptions = {
  readonly database: Database;
  readonly handlers: readonly JobHandler[];
  /** Context of the system in the tenant of the job. */
  readonly contextFor: (tenantId: string, jobId: string) => Context;
  readonly logger: Logger;
  readonly concurrency: number;
  /** How long a lane waits when nothing is due. */
  readonly idleMs: number;
  /** Jobs of channels wait for others' systems: they get lanes of their own, so that nothing else waits with them. */
  readonly serves?: "channels";
  /** Undefined: nothing is traced. */
  readonly tracer?: Tracer | undefined;
};

export type Worker = {
  /** Takes no new jobs, aborts running ones (they go back to the queue) and resolves when all lanes have ended. */
  stop(): Promise<void>;
};

/** A job that took its worker along this often is not tried again by itself, whatever its handler allows. */
const maxKills = 10;

/** What the lanes of one worker share. */
type Shift = {
  readonly options: WorkerOptions;
  readonly byName: ReadonlyMap<string, JobHandler>;
  readonly stopping: AbortSignal;
  /** Ids of the jobs in the lanes. A restarted database has forgotten their locks while the handlers still run. */
  readonly running: Set<string>;
  readonly unsettled: UnsettledJobs;
};

/** Works the queue in `concurrency` lanes until stopped. Each job's row stays locked by an open transaction while it runs. */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const shift: Shift = {
    options,
    byName: uniqueHandlers(options.handlers),
    stopping: stopping.signal,
    running: new Set(),
    unsettled: unsettledJobs(),
  };
  const lanes = Array.from({ length: options.concurrency }, () =>
    workLane(shift),
  );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes);
    },
  };
}

function uniqueHandlers(
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler> {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  if (byName.size !== handlers.length)
    throw new Error("worker: two job handlers have the same name");
  return byName;
}

async function workLane(shift: Shift): Promise<void> {
  const { options, stopping } = shift;
  while (!stopping.aborted) {
    const worked = await workOneJob(shift).catch((error: unknown) => {
      options.logger.error(
        { error },
        "worker: the queue could not be read; trying again",
      );
      return false;
    });
    if (!worked) await idle(options.idleMs, stopping);
  }
}

/** False when nothing was due. */
async function workOneJob(shift: Shift): Promise<boolean> {
  const { database, serves } = shift.options;
  if (serves !== "channels") return workClaimed(shift, claimJob);
  for (const channel of await database.unscoped(listDueChannels)) {
    const claim = (db: Db, wanted: Claim) =>
      claimJobOfChannel(db, channel, wanted);
    // What is due there may run already, or its slots are taken: then the next channel.
    if (await workClaimed(shift, claim)) return true;
  }
  return false;
}

type Claiming = (db: Db, claim: Claim) => Promise<ClaimedJob | undefined>;

async function workClaimed(shift: Shift, claim: Claiming): Promise<boolean> {
  const { options, byName, running, unsettled } = shift;
  return options.database.unscoped(async (db, lost) => {
    const job = await claim(db, {
      names: [...byName.keys()],
      except: [...running, ...unsettled.paused()],
    });
    const handler = job && byName.get(job.name);
    if (!handler) return false;
    if (!(await isAloneAtWork(db, job))) return true;
    running.add(job.id);
    try {
      await traceJob(shift, db, { job, handler, lost });
      unsettled.forget(job.id);
      return true;
    } catch (error) {
      unsettled.note(job.id, error);
      throw error;
    } finally {
      running.delete(job.id);
    }
  });
}

type Claimed = {
  readonly job: ClaimedJob;
  readonly handler: JobHandler;
  /** Fires when the lock on the job's row is gone. */
  readonly lost: AbortSignal;
};

type Run = Claimed & { readonly attempt: number };

/** A trace of its own, with a link to what enqueued it: a job that enqueues the next one would make a trace without an end. */
async function traceJob(shift: Shift, db: Db, claim: Claimed): Promise<void> {
  const { job } = claim;
  const span = shift.options.tracer?.startRoot({
    name: `job ${job.name}`,
    kind: "consumer",
    link: job.traceparent ?? undefined,
    attributes: {
      "openrathaus.job.name": job.name,
      "openrathaus.job.id": job.id,
      "openrathaus.tenant.id": job.tenant_id,
    },
  });
  try {
    const { attempt, outcome } = await within(span, () =>
      workJob(shift, db, claim),
    );
    span?.set({
      "openrathaus.job.attempt": attempt,
      "openrathaus.job.outcome": outcome.kind,
    });
    span?.end("reason" in outcome ? outcome.reason : undefined);
  } finally {
    // Where the database went away in the middle.
    span?.end("lost");
  }
}

async function workJob(
  shift: Shift,
  db: Db,
  claim: Claimed,
): Promise<{ readonly attempt: number; readonly outcome: Outcome }> {
  const { job, handler } = claim;
  const { options, unsettled } = shift;
  const attempt = await countStart(
    options.database,
    job.id,
    unsettled.has(job.id) ? 1 : 0,
  );
  const outcome = hasKilledTooOften(claim, attempt)
    ? ({ kind: "dead", reason: "worker-killed" } as const)
    : await runHandler(shift, { ...claim, attempt });
  await settle(db, { job, attempt, handler, outcome });
  options.logger.info(
    {
      jobId: job.id,
      tenantId: job.tenant_id,
      job: job.name,
      attempt,
      outcome: outcome.kind,
      ...("reason" in outcome ? { reason: outcome.reason } : {}),
    },
    "job",
  );
  return { attempt, outcome };
}

/** Whoever settles a job counts an attempt; a start without one ended with its worker. */
function hasKilledTooOften(
  { job, handler }: Claimed,
  attempt: number,
): boolean {
  const kills = attempt - 1 - job.attempts;
  return attempt > handler.maxAttempts || kills >= maxKills;
}

/** What a handler reports, or that the worker stopped and the job is to be given back. */
type Outcome = JobOutcome | { readonly kind: "given-back" };

async function runHandler(
  { options, stopping }: Shift,
  { job, handler, attempt, lost }: Run,
): Promise<Outcome> {
  const signal = AbortSignal.any([
    stopping,
    lost,
    AbortSignal.timeout(handler.timeoutMs),
  ]);
  try {
    return await handler.run({
      context: options.contextFor(job.tenant_id, job.id),
      jobId: job.id,
      attempt,
      payload: job.payload,
      signal,
    });
  } catch (error) {
    if (stopping.aborted) return { kind: "given-back" };
    options.logger.error(
      { error, jobId: job.id, tenantId: job.tenant_id, job: job.name },
      "job failed",
    );
    return { kind: "retry", reason: signal.aborted ? "timeout" : "fault" };
  }
}

type Settlement = {
  readonly job: ClaimedJob;
  readonly attempt: number;
  readonly handler: JobHandler;
  readonly outcome: Outcome;
};

async function settle(
  db: Db,
  { job, attempt, handler, outcome }: Settlement,
): Promise<void> {
  switch (outcome.kind) {
    case "done":
      await removeJob(db, job.id);
      return;
    case "given-back":
      await giveJobBack(db, job.id);
      return;
    case "dead":
      await buryJob(db, job.id, outcome.reason);
      return;
    case "retry":
      if (attempt >= handler.maxAttempts)
        await buryJob(db, job.id, outcome.reason);
      else
        await postponeJob(db, job.id, {
          afterMs: outcome.afterMs ?? backOffMs(attempt, Math.random()),
          reason: outcome.reason,
        });
  }
}

/** 1 s, 2 s, 4 s … up to an hour, half of it by chance, so that many waiting jobs do not come back in one moment. */
export function backOffMs(attempt: number, chance: number): number {
  const full = Math.min(1000 * 2 ** (attempt - 1), 3_600_000);
  return Math.round(full / 2 + (full / 2) * chance);
}

async function idle(ms: number, stopping: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: stopping });
  } catch {
    // Woken by the stop: the loop ends.
  }
}
