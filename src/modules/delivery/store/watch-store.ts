import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";
import type { Overdue } from "../domain/escalation.ts";

/** A destination as the hourly look sees it. */
export type WatchedDestination = Overdue & {
  readonly destinationId: string;
  readonly name: string;
  readonly officeEmail: string | undefined;
};

export async function listDestinationIds(
  db: Db,
  tenantId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from delivery.destination where tenant_id = ${tenantId} order by name
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** So many in one transaction: locks are short, however much there is. */
const batch = 5000;

/**
 * Gives up what has waited longer than its destination's patience: a person must know. What is held by a person (pause, switched off)
 * waits on. Returns false when there may be more.
 */
export async function giveUpOverdue(
  db: Db,
  tenantId: string,
  { destinationId, now }: { destinationId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    with overdue as (
      select delivery.id from delivery.delivery
      join delivery.destination on destination.tenant_id = delivery.tenant_id and destination.id = delivery.destination_id
      where delivery.tenant_id = ${tenantId} and delivery.destination_id = ${destinationId} and delivery.state = 'waiting'
        and destination.paused_at is null and destination.enabled
        and delivery.waiting_since < ${now}::timestamptz - destination.patience_hours * interval '1 hour'
      order by delivery.created_at limit ${batch}
      for update of delivery skip locked
    ), given_up as (
      update delivery.delivery set state = 'dead', settled_at = ${now}, next_attempt_at = null
      where tenant_id = ${tenantId} and id in (select id from overdue)
      returning id
    ), free as (
      select job.id from given_up
      join jobs.job on job.tenant_id = ${tenantId} and job.name = ${deliverJobName} and job.unique_key = given_up.id::text
      where job.state = 'waiting'
      for update of job skip locked
    ), gone as (
      delete from jobs.job where id in (select id from free)
    ), uncounted as (
      delete from jobs.start where job_id in (select id from free)
    )
    select count(*)::int as count from given_up
  `.execute(db);
  return (rows[0]?.count ?? 0) < batch;
}

/** What of the destination needs a person. Undefined: there is no such destination. */
export async function findWatched(
  db: Db,
  tenantId: string,
  { destinationId, now }: { destinationId: string; now: Date },
): Promise<WatchedDestination | undefined> {
  const { rows } = await sql<{
    name: string;
    office_email: string | null;
    office_told_at: Date | null;
    administrator_told_at: Date | null;
    count: number;
    oldest: Date | null;
    newest: Date | null;
  }>`
    select name, office_email, office_told_at, administrator_told_at, overdue.*
    from delivery.destination
    cross join lateral (
      select count(*)::int as count, min(since) as oldest, max(since) as newest from (
        select coalesce(settled_at, waiting_since) as since from delivery.delivery
        where tenant_id = ${tenantId} and destination_id = ${destinationId} and state in ('rejected', 'dead')
        union all
        select answer_due_at from delivery.delivery
        where tenant_id = ${tenantId} and destination_id = ${destinationId} and state = 'accepted' and answer_due_at < ${now}
        union all
        select waiting_since + destination.patience_hours * interval '1 hour' from delivery.delivery
        where tenant_id = ${tenantId} and destination_id = ${destinationId} and state = 'waiting'
          and waiting_since < ${now}::timestamptz - destination.patience_hours * interval '1 hour'
      ) needing
    ) overdue
    where tenant_id = ${tenantId} and id = ${destinationId}
    for no key update of destination
  `.execute(db);
  const [row] = rows;
  return (
    row && {
      destinationId,
      name: row.name,
      officeEmail: row.office_email ?? undefined,
      count: row.count,
      oldest: row.oldest ?? now,
      newest: row.newest ?? now,
      // With nothing left that needs a person, the next trouble is news again.
      officeToldAt: toldOf(row, row.office_told_at),
      administratorToldAt: toldOf(row, row.administrator_told_at),
    }
  );
}

const toldOf = ({ count }: { count: number }, at: Date | null) =>
  count === 0 ? undefined : (at ?? undefined);

/** Notes who was told. */
export async function noteTold(
  db: Db,
  tenantId: string,
  told: {
    destinationId: string;
    office: Date | undefined;
    administrator: Date | undefined;
  },
): Promise<void> {
  await sql`
    update delivery.destination set office_told_at = ${told.office ?? null}, administrator_told_at = ${told.administrator ?? null}
    where tenant_id = ${tenantId} and id = ${told.destinationId}
  `.execute(db);
}

/** Days that a plot shows. */
const tallyDays = 14;

/** Counts the last days of a destination anew, for plots; tests are nobody's application and do not count. Days are those of the authority's clock. */
export async function writeTally(
  db: Db,
  tenantId: string,
  { destinationId, now }: { destinationId: string; now: Date },
): Promise<void> {
  await sql`
    with span as (
      select (${now}::timestamptz at time zone 'Europe/Berlin')::date - ${tallyDays}::integer + number as day
      from generate_series(1, ${tallyDays}::integer) number
    ), events as (
      select (created_at at time zone 'Europe/Berlin')::date as day, 'enqueued' as kind, state from delivery.delivery
      where tenant_id = ${tenantId} and destination_id = ${destinationId} and not is_test
        and created_at > ${now}::timestamptz - (${tallyDays}::integer + 1) * interval '1 day'
      union all
      select (coalesce(settled_at, delivered_at) at time zone 'Europe/Berlin')::date,
        case when state in ('rejected', 'dead') then 'failed' else 'delivered' end, state
      from delivery.delivery
      where tenant_id = ${tenantId} and destination_id = ${destinationId} and not is_test
        and state in ('delivered', 'accepted', 'rejected', 'dead') and coalesce(settled_at, delivered_at) > ${now}::timestamptz - (${tallyDays}::integer + 1) * interval '1 day'
    )
    insert into delivery.tally (tenant_id, destination_id, day, destination_name, connector_key, enqueued, delivered, failed, waiting, counted_at)
    select ${tenantId}, ${destinationId}, span.day, destination.name, destination.connector_key,
      count(*) filter (where kind = 'enqueued'), count(*) filter (where kind = 'delivered'),
      count(*) filter (where kind = 'failed'), count(*) filter (where kind = 'enqueued' and state = 'waiting'), ${now}
    from span join delivery.destination on destination.tenant_id = ${tenantId} and destination.id = ${destinationId}
    left join events using (day)
    group by span.day, destination.name, destination.connector_key
    on conflict (tenant_id, destination_id, day) do update set
      destination_name = excluded.destination_name, connector_key = excluded.connector_key, enqueued = excluded.enqueued, delivered = excluded.delivered,
      failed = excluded.failed, waiting = excluded.waiting, counted_at = excluded.counted_at
  `.execute(db);
  await sql`
    delete from delivery.tally where tenant_id = ${tenantId} and destination_id = ${destinationId}
      and day <= (${now}::timestamptz at time zone 'Europe/Berlin')::date - ${tallyDays}::integer
  `.execute(db);
}
