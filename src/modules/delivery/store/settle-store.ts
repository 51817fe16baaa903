import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";

/** Deliveries that a person decides about: one, or all of a destination that failed. */
export type Selection =
  | { readonly deliveryId: string }
  | { readonly failedOf: string };

/** An attempt that began before this has lost its worker. */
const longestAttempt = sql`interval '3 minutes'`;

const notThere = sql`state in ('waiting', 'rejected', 'dead')`;

/** Locked; without what is being tried this moment, for that may arrive. */
function chosenOf(
  tenantId: string,
  { selection, now }: Settled,
  isOpen = notThere,
): RawBuilder<unknown> {
  const which =
    "deliveryId" in selection
      ? sql`id = ${selection.deliveryId} and ${isOpen}`
      : sql`destination_id = ${selection.failedOf} and state in ('rejected', 'dead')`;
  return sql`
    select id from delivery.delivery
    where tenant_id = ${tenantId} and ${which} and not exists (
      select from delivery.attempt
      where attempt.tenant_id = ${tenantId} and attempt.delivery_id = delivery.id
        and attempt.ended_at is null and attempt.started_at > ${now}::timestamptz - ${longestAttempt}
    )
    for update skip locked
  `;
}

/** Takes the jobs of what `closed` names out of the queue. One that runs finds its delivery closed and ends. */
const withoutJobs = sql`
  free as (
    select job.id from closed
    join jobs.job on job.tenant_id = closed.tenant_id and job.name = ${deliverJobName} and job.unique_key = closed.id::text
    where job.state = 'waiting'
    for update of job skip locked
  ), gone as (
    delete from jobs.job where id in (select id from free)
  ), uncounted as (
    delete from jobs.start where job_id in (select id from free)
  )`;

type Settled = { readonly selection: Selection; readonly now: Date };

/** A person works on them; they go nowhere, and nobody waits any longer for an answer that is overdue. Returns how many. */
export async function closeSelected(
  db: Db,
  tenantId: string,
  settled: Settled,
): Promise<number> {
  const { now } = settled;
  const isOpen = sql`(${notThere} or state = 'accepted' and answer_due_at < ${now})`;
  const { rows } = await sql<{ count: number }>`
    with chosen as (${chosenOf(tenantId, settled, isOpen)}), closed as (
      update delivery.delivery set state = 'closed', last_reason = 'by-hand', settled_at = ${now}, next_attempt_at = null
      where tenant_id = ${tenantId} and id in (select id from chosen)
      returning tenant_id, id
    ), ${withoutJobs}
    select count(*)::int as count from closed
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** They go to another destination, each as a delivery of its own there, with a job. Returns how many. */
export async function redirectSelected(
  db: Db,
  tenantId: string,
  { to, ...settled }: Settled & { readonly to: string },
): Promise<number> {
  const { now } = settled;
  const { rows } = await sql<{ count: number }>`
    with chosen as (${chosenOf(tenantId, settled)}), closed as (
      update delivery.delivery set state = 'closed', last_reason = 'redirected-by-hand', settled_at = ${now},
        next_attempt_at = null, redirected_to = ${to}
      where tenant_id = ${tenantId} and id in (select id from chosen) and destination_id <> ${to}
      returning tenant_id, id, submission_id, version, reference, leistung_slug, is_test, created_at
    ), ${withoutJobs}, written as (
      insert into delivery.delivery (submission_id, version, destination_id, reference, leistung_slug, is_test)
      select submission_id, version, ${to}::uuid, reference, leistung_slug, is_test from closed order by created_at, version
      on conflict (tenant_id, submission_id, destination_id, version) do nothing
      returning tenant_id, id, destination_id, version
    ), queued as (
      insert into jobs.job (tenant_id, name, payload, unique_key, channel, run_at)
      select tenant_id, ${deliverJobName}, jsonb_build_object('deliveryId', id), id, destination_id,
        now() + row_number() over (order by version) * interval '1 microsecond'
      from written
    )
    select count(*)::int as count from closed
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** A new series of attempts under the same ids for all of a destination that failed, in the order in which they came. Returns how many. */
export async function reopenFailed(
  db: Db,
  tenantId: string,
  { failedOf, now }: { readonly failedOf: string; readonly now: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with chosen as (${chosenOf(tenantId, { selection: { failedOf }, now })}), reopened as (
      update delivery.delivery set state = 'waiting', waiting_since = ${now}, attempts_before = attempts, next_attempt_at = ${now}, settled_at = null
      where tenant_id = ${tenantId} and id in (select id from chosen)
      returning tenant_id, id, destination_id, created_at, version
    ), queued as (
      insert into jobs.job (tenant_id, name, payload, unique_key, channel, run_at)
      select tenant_id, ${deliverJobName}, jsonb_build_object('deliveryId', id), id, destination_id,
        now() + row_number() over (order by created_at, version) * interval '1 microsecond'
      from reopened
      on conflict (tenant_id, name, unique_key) where state = 'waiting' do nothing
    )
    select count(*)::int as count from reopened
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Lets nothing go to a destination, or lets it go on. False: there is no such destination. */
export async function setPause(
  db: Db,
  tenantId: string,
  { destinationId, at }: { destinationId: string; at: Date | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.destination set paused_at = ${at ?? null}
    where tenant_id = ${tenantId} and id = ${destinationId}
  `.execute(db);
  return numAffectedRows === 1n;
}
