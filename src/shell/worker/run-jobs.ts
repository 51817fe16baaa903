import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../platform/context/context.ts";
import type { Database, Db } from "../../platform/database/database.ts";
import {
  buryJob,
  claimJob,
  countStart,
  postponeJob,
  removeJob,
  type ClaimedJob,
} from "../../platform/jobs/job-store.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import type { JobHandler, JobOutcome } from "./job.ts";

export type WorkerOptions = {
  readonly database: Database;
  readonly handlers: readonly JobHandler[];
  /** Context of the system in the tenant of the job. */
  readonly contextFor: (tenantId: string, jobId: string) => Context;
  readonly logger: Logger;
  readonly concurrency: number;
  /** How long a lane waits when nothing is due. */
  readonly idleMs: number;
};

export type Worker = {
  /** Takes no new jobs, aborts running ones (they go back to the queue) and resolves when all lanes have ended. */
  stop(): Promise<void>;
};

/** Works the queue in `concurrency` lanes until stopped. Each job's row stays locked by an open transaction while it runs. */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const byName = uniqueHandlers(options.handlers);
  const lanes = Array.from({ length: options.concurrency }, () =>
    workLane(options, byName, stopping.signal),
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

async function workLane(
  options: WorkerOptions,
  byName: ReadonlyMap<string, JobHandler>,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const worked = await workOneJob(options, byName, stopping).catch(
      (error: unknown) => {
        options.logger.error(
          { error },
          "worker: the queue could not be read; trying again",
        );
        return false;
      },
    );
    if (!worked) await idle(options.idleMs, stopping);
  }
}

/** False when nothing was due. */
async function workOneJob(
  options: WorkerOptions,
  byName: ReadonlyMap<string, JobHandler>,
  stopping: AbortSignal,
): Promise<boolean> {
  return options.database.unscoped(async (db) => {
    const job = await claimJob(db, [...byName.keys()]);
    const handler = job && byName.get(job.name);
    if (!handler) return false;
    const attempt = await countStart(options.database, job.id);
    const outcome = await runHandler(options, handler, {
      job,
      attempt,
      stopping,
    });
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
    return true;
  });
}

type Run = {
  readonly job: ClaimedJob;
  readonly attempt: number;
  readonly stopping: AbortSignal;
};

async function runHandler(
  options: WorkerOptions,
  handler: JobHandler,
  { job, attempt, stopping }: Run,
): Promise<JobOutcome> {
  const signal = AbortSignal.any([
    stopping,
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
    if (stopping.aborted)
      return { kind: "retry", afterMs: 0, reason: "worker-stopped" };
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
  readonly outcome: JobOutcome;
};

async function settle(
  db: Db,
  { job, attempt, handler, outcome }: Settlement,
): Promise<void> {
  switch (outcome.kind) {
    case "done":
      await removeJob(db, job.id);
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
