import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { fixedSql, type ValueOf } from "../database/fixed-statement.ts";
import { currentSpan } from "../tracing/span.ts";

export type JobRequest = {
  readonly name: string;
  /** Ids only: jobs wait, records change. */
  readonly payload: Readonly<Record<string, string | number>>;
  readonly runAt?: Date;
  /** A second job with the same name and key in the same tenant is dropped while the first waits. */
  readonly uniqueKey?: string;
  /** Shares a channel with all that leads to the same place outside. The channel must have been set. */
  readonly channel?: string;
};

/** Writes a job row in the caller's transaction: it exists if and only if that transaction commits. The tenant is the transaction's. */
export async function enqueue(
  db: Db,
  { name, payload, runAt, uniqueKey, channel }: JobRequest,
): Promise<void> {
  await insertJob(db, {
    name,
    payload: JSON.stringify(payload),
    runAt: runAt ?? null,
    uniqueKey: uniqueKey ?? null,
    channel: channel ?? null,
    traceparent: currentSpan()?.traceparent ?? null,
  });
}

type JobValues = {
  readonly name: string;
  readonly payload: string;
  readonly runAt: Date | null;
  readonly uniqueKey: string | null;
  readonly channel: string | null;
  readonly traceparent: string | null;
};

const insertJob = fixedSql(
  (value: ValueOf<JobValues>) => sql`
    insert into jobs.job (tenant_id, name, payload, run_at, unique_key, channel, traceparent)
    values (
      current_setting('app.tenant_id')::uuid, ${value("name")}, ${value("payload")}::jsonb,
      coalesce(${value("runAt")}::timestamptz, now()), ${value("uniqueKey")}, ${value("channel")}, ${value("traceparent")}
    )
    on conflict (tenant_id, name, unique_key) where state = 'waiting' do nothing
  `,
);
