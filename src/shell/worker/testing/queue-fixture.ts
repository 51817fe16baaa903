import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createLogger } from "../../../platform/logging/logger.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { startWorker, type Worker } from "../run-jobs.ts";
import type { JobHandler, JobOutcome, JobRun } from "../job.ts";

export type JobRow = {
  readonly id: string;
  readonly tenant_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly waits_ms: number;
};

/** A queue of its own, looked at from outside of the worker. */
export type QueueFixture = {
  readonly database: TestDatabase;
  jobs(): Promise<JobRow[]>;
  /** In place of minutes of waiting: what waits is due now. */
  hurry(): Promise<void>;
  /** Ends every connection of workers, as a restarted server does. */
  cutConnections(): Promise<void>;
  /** Lets no job be settled until told otherwise, as where the disk of the database is full. */
  setFull(isFull: boolean): Promise<void>;
  work(handlers: readonly JobHandler[], lanes?: number): Worker;
  close(): Promise<void>;
};

const fillDisk = `
  create function jobs.full_disk() returns trigger language plpgsql as $$
  begin
    raise exception 'could not extend file' using errcode = 'disk_full';
  end $$;
  create trigger full_disk before update or delete on jobs.job for each row execute function jobs.full_disk();`;
const clearDisk = "drop function jobs.full_disk cascade";

/** Opens the queue; workers it started are stopped at the end of the test file. */
export async function openQueueFixture(): Promise<QueueFixture> {
  const database = await createTestDatabase();
  const owner = new pg.Pool({ ...database.address, max: 2 });
  // At the end the database is dropped, and takes a closing connection along.
  owner.on("error", () => undefined);
  const workers: Worker[] = [];
  return {
    database,
    jobs: async () => {
      const { rows } = await owner.query<JobRow>(
        "select id, tenant_id, state, attempts, last_error, extract(epoch from run_at - now())::float8 * 1000 as waits_ms from jobs.job order by created_at",
      );
      return rows;
    },
    hurry: async () => {
      await owner.query(
        "update jobs.job set run_at = now() where id in (select id from jobs.job for update skip locked)",
      );
    },
    cutConnections: async () => {
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'openrathaus'",
      );
    },
    setFull: async (isFull) => {
      await owner.query(isFull ? fillDisk : clearDisk);
    },
    work: (handlers, lanes = 2) => {
      const worker = startWorker({
        database: database.database,
        handlers,
        contextFor: (tenantId) => database.contextFor({ tenantId }),
        logger: createLogger("silent"),
        concurrency: lanes,
        idleMs: 20,
      });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await owner.end();
      await database.close();
    },
  };
}

/** A handler that notes its runs and answers as told. */
export function recordingHandler(
  name: string,
  answer: (run: JobRun) => JobOutcome | Promise<JobOutcome>,
): JobHandler & { readonly runs: JobRun[] } {
  const runs: JobRun[] = [];
  return {
    name,
    maxAttempts: 3,
    timeoutMs: 60_000,
    runs,
    run: async (run) => {
      runs.push(run);
      return answer(run);
    },
  };
}

/** Waits for something another process or lane does; generous, because machines are busy. */
export async function until(
  isReached: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await isReached())) {
    if (performance.now() > deadline)
      throw new Error("not reached within 30 s");
    await sleep(20);
  }
}
