import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { fixedSql, type ValueOf } from "../database/fixed-statement.ts";
import { currentSpan } from "../tracing/span.ts";

export type JobRequest = {
  readonly name: string;
  /** Ids only: jobs wait, records change. */
  readonly payload: Readonly<Record<string, string | number>>;
  readonly runAt?: Date;
  /** A second job with the same name and key in the same tenant is dropped while the first waits or runs. For one thing that is done once. */
  readonly uniqueKey?: string;
  /**
   * Jobs with the same name and key in the same tenant ask for the same work, to be done again after each change: one that waits takes this wish
   * along, and does not begin before the caller's transaction ends; after one that runs, another follows. Never two at once.
   */
  readonly workKey?: string;
  /** Shares a channel with all that leads to the same place outside. The channel must have been set. */
  readonly channel?: string;
};

/** Writes a job row in the caller's transaction: it exists if and only if that transaction commits. The tenant is the transaction's. */
export async function enqueue(
  db: Db,
  { name, payload, runAt, uniqueKey, workKey, channel }: JobRequest,
): Promise<void> {
  const insert = workKey === undefined ? insertJob : insertUnlessWaiting;
  await insert(db, {
    name,
    payload: JSON.stringify(payload),
    runAt: runAt ?? null,
    uniqueKey: uniqueKey ?? null,
    workKey: workKey ?? null,
    channel: channel ?? null,
    traceparent: currentSpan()?.traceparent ?? null,
  });
}

/** Asks for work on the whole tenant: the hourly one, and the one that somebody wants at once, are the same work. */
export function enqueueForTenant(
  db: Db,
  name: string,
  runAt?: Date,
): Promise<void> {
  return enqueue(db, {
    name,
    payload: {},
    workKey: "tenant",
    ...(runAt && { runAt }),
  });
}

type JobValues = {
  readonly name: string;
  readonly payload: string;
  readonly runAt: Date | null;
  readonly uniqueKey: string | null;
  readonly workKey: string | null;
  readonly channel: string | null;
  readonly traceparent: string | null;
};

const rowOf = (value: ValueOf<JobValues>) => sql`
  insert into jobs.job (tenant_id, name, payload, run_at, unique_key, work_key, channel, traceparent)
  select
    current_setting('app.tenant_id')::uuid, ${value("name")}::text, ${value("payload")}::jsonb,
    coalesce(${value("runAt")}::timestamptz, now()), ${value("uniqueKey")}::text, ${value("workKey")}::text,
    ${value("channel")}::text, ${value("traceparent")}::text
`;

const insertJob = fixedSql(
  (value: ValueOf<JobValues>) => sql`
    ${rowOf(value)} on conflict (tenant_id, name, unique_key) where state = 'waiting' do nothing
  `,
);

/** Whoever runs a job has locked it, and so has whoever takes a wish along until that is committed: no worker takes it before. */
const insertUnlessWaiting = fixedSql(
  (value: ValueOf<JobValues>) => sql`
    with waiting as materialized (
      select id from jobs.job
      where tenant_id = current_setting('app.tenant_id')::uuid and name = ${value("name")}
        and work_key = ${value("workKey")} and state = 'waiting'
      limit 1
      for update skip locked
    )
    ${rowOf(value)} where not exists (select from waiting)
    on conflict (tenant_id, name, unique_key) where state = 'waiting' do nothing
  `,
);
