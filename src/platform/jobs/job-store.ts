import { sql } from "kysely";
import type { Database, Db } from "../database/database.ts";

export type ClaimedJob = {
  id: string;
  tenant_id: string;
  name: string;
  payload: unknown;
  /** Starts that were settled; the others killed their worker or lost the database. */
  attempts: number;
  /** Never runs beside another of the same name and key in its tenant. */
  work_key: string | null;
  /** The span that it was enqueued in. */
  traceparent: string | null;
};

export type Claim = {
  readonly names: readonly string[];
  /** Ids of jobs that the worker still runs although it lost their locks. */
  readonly except: readonly string[];
};

/**
 * The next job outside of channels that is due, locked for as long as the caller's transaction lives. A killed worker's transaction ends, and the
 * job is free. One that asks for the same work as an older one is left alone: that one is running, or comes first.
 */
export async function claimJob(
  db: Db,
  { names, except }: Claim,
): Promise<ClaimedJob | undefined> {
  const { rows } = await sql<ClaimedJob>`
    select id, tenant_id, name, payload, attempts, work_key, traceparent from jobs.job
    where state = 'waiting' and channel is null and run_at <= now() and name = any(${names}) and id <> all(${except}::uuid[])
      and (work_key is null or not exists (
        select from jobs.job older
        where older.state = 'waiting' and older.tenant_id = job.tenant_id and older.name = job.name and older.work_key = job.work_key
          and older.run_at <= now() and (older.created_at, older.id) < (job.created_at, job.id)
      ))
    order by run_at
    limit 1
    for update skip locked
  `.execute(db);
  return rows[0];
}

/**
 * Whether nobody else does the same work; nobody else begins it while the caller's transaction lives. Almost always so for what was claimed: an
 * older job may have become visible only now. The job of somebody who has to wait is due again in a second.
 */
export async function isAloneAtWork(
  db: Db,
  { id, tenant_id, name, work_key }: ClaimedJob,
): Promise<boolean> {
  if (work_key === null) return true;
  const work = ["job", tenant_id, name, work_key].join(" ");
  const { rows } = await sql<{ is_alone: boolean }>`
    with tried as materialized (select pg_try_advisory_xact_lock(hashtextextended(${work}, 0)) as is_alone),
    later as (
      update jobs.job set run_at = now() + interval '1 second'
      where id = ${id} and not (select is_alone from tried)
    )
    select is_alone from tried
  `.execute(db);
  return rows[0]?.is_alone ?? false;
}

/**
 * Counts a start in a transaction of its own, so that it is counted even when the job kills its worker; and takes so many earlier ones back
 * that were none of the job's.
 */
export async function countStart(
  database: Database,
  jobId: string,
  takenBack = 0,
): Promise<number> {
  return database.unscoped(async (db) => {
    const { rows } = await sql<{ starts: number }>`
      insert into jobs.start (job_id, starts) values (${jobId}, 1)
      on conflict (job_id) do update set starts = jobs.start.starts + 1 - ${takenBack}
      returning starts
    `.execute(db);
    return rows[0]?.starts ?? 1;
  });
}

/** Takes a start back that was none of the job's: its worker was asked to stop. The job is due as before. */
export async function giveJobBack(db: Db, jobId: string): Promise<void> {
  await sql`update jobs.start set starts = starts - 1 where job_id = ${jobId}`.execute(
    db,
  );
}

export async function removeJob(db: Db, jobId: string): Promise<void> {
  await sql`with gone as (delete from jobs.start where job_id = ${jobId}) delete from jobs.job where id = ${jobId}`.execute(
    db,
  );
}

export async function postponeJob(
  db: Db,
  jobId: string,
  delay: { readonly afterMs: number; readonly reason: string },
): Promise<void> {
  await sql`
    update jobs.job
    set run_at = now() + ${delay.afterMs} * interval '1 millisecond', attempts = attempts + 1, last_error = ${delay.reason}
    where id = ${jobId}
  `.execute(db);
}

/** A dead letter: kept and shown to the operator until a person sends it again. */
export async function buryJob(
  db: Db,
  jobId: string,
  reason: string,
): Promise<void> {
  await sql`
    update jobs.job set state = 'dead', died_at = now(), attempts = attempts + 1, last_error = ${reason} where id = ${jobId}
  `.execute(db);
}

export type DeadJob = {
  id: string;
  tenant_id: string;
  name: string;
  attempts: number;
  last_error: string | null;
  died_at: Date;
};

export async function listDeadJobs(db: Db, limit: number): Promise<DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select id, tenant_id, name, attempts, last_error, died_at from jobs.job
    where state = 'dead' order by died_at desc limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * Puts a dead letter back into the queue with fresh attempts. False when it is not there (any more). Where a job of the same
 * unique key waits already, that one does the work and the dead letter goes.
 */
export async function reviveJob(db: Db, jobId: string): Promise<boolean> {
  const { rows } = await sql`
    with fresh as (delete from jobs.start where job_id = ${jobId}),
    twin as (
      select 1 from jobs.job dead
      join jobs.job waiting using (tenant_id, name, unique_key)
      where dead.id = ${jobId} and dead.state = 'dead' and waiting.state = 'waiting'
    ),
    revived as (
      update jobs.job set state = 'waiting', run_at = now(), died_at = null, attempts = 0
      where id = ${jobId} and state = 'dead' and not exists (select from twin)
      returning id
    ),
    replaced as (
      delete from jobs.job where id = ${jobId} and state = 'dead' and exists (select from twin)
      returning id
    )
    select id from revived union all select id from replaced
  `.execute(db);
  return rows.length === 1;
}

export type QueueCounts = {
  waiting: number;
  /** What a person or a circuit breaker holds is not due. */
  overdueSeconds: number;
  dead: number;
};

/** Length and age of the queue, for the readiness check and the operator. */
export async function countQueue(db: Db): Promise<QueueCounts> {
  const { rows } = await sql<{
    waiting: string;
    overdue: number | null;
    dead: string;
  }>`
    select
      count(*) filter (where state = 'waiting') as waiting,
      extract(epoch from now() - min(run_at) filter (
        where state = 'waiting' and run_at < now() and coalesce(held_until, '-infinity') <= now()
      ))::float8 as overdue,
      count(*) filter (where state = 'dead') as dead
    from jobs.job left join jobs.channel using (channel)
  `.execute(db);
  return {
    waiting: Number(rows[0]?.waiting ?? 0),
    overdueSeconds: Math.round(rows[0]?.overdue ?? 0),
    dead: Number(rows[0]?.dead ?? 0),
  };
}
