import { sql } from "kysely";
import type { Db } from "../database/database.ts";
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
export async function enqueue(db: Db, request: JobRequest): Promise<void> {
  await sql`
    insert into jobs.job (tenant_id, name, payload, run_at, unique_key, channel, traceparent)
    values (
      current_setting('app.tenant_id')::uuid,
      ${request.name},
      ${JSON.stringify(request.payload)}::jsonb,
      coalesce(${request.runAt ?? null}::timestamptz, now()),
      ${request.uniqueKey ?? null},
      ${request.channel ?? null},
      ${currentSpan()?.traceparent ?? null}
    )
    on conflict (tenant_id, name, unique_key) where state = 'waiting' do nothing
  `.execute(db);
}
