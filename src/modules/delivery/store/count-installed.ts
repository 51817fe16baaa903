import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";

/** Deliveries of the whole installation by kind of destination: numbers, and nothing of any application. */
export type ConnectorCount = {
  /** Key of the connector; `unknown` until a new destination was counted for the first time, within an hour. */
  readonly connector: string;
  /** This moment, with what is being sent. */
  readonly waiting: number;
  /** Of these, those of places that are paused or do not answer. */
  readonly held: number;
  /** How long the oldest one has waited; nought when none does. */
  readonly oldestSeconds: number;
  /** How long the oldest one has been due at a place that takes deliveries: nobody sends it. */
  readonly overdueSeconds: number;
  /** Counted once an hour: today, and in the 14 days before with today. */
  readonly deliveredToday: number;
  readonly failedToday: number;
  readonly delivered: number;
  readonly failed: number;
};

/**
 * Counts what waits by the queue and what is settled by the tally: both are there for the whole installation, while deliveries themselves are to be
 * seen by their own authority only.
 */
export async function countInstalled(
  db: Db,
): Promise<readonly ConnectorCount[]> {
  const { rows } = await sql<ConnectorCount>`
    with place as (
      select destination_id::text as channel, max(connector_key) as connector from delivery.tally group by 1
    ), queue as (
      select coalesce(place.connector, 'unknown') as connector, count(*) as waiting,
        count(*) filter (where held_until > now()) as held, min(job.created_at) as oldest,
        min(run_at) filter (where run_at < now() and coalesce(held_until, '-infinity') <= now()) as due
      from jobs.job left join place using (channel) left join jobs.channel using (channel)
      where job.state = 'waiting' and job.channel is not null and job.name = ${deliverJobName}
      group by 1
    ), settled as (
      select connector_key as connector, sum(delivered) as delivered, sum(failed) as failed,
        sum(delivered) filter (where day = (now() at time zone 'Europe/Berlin')::date) as delivered_today,
        sum(failed) filter (where day = (now() at time zone 'Europe/Berlin')::date) as failed_today
      from delivery.tally group by 1
    )
    select connector, coalesce(waiting, 0)::float8 as waiting, coalesce(held, 0)::float8 as held,
      coalesce(extract(epoch from now() - oldest), 0)::float8 as "oldestSeconds",
      coalesce(extract(epoch from now() - due), 0)::float8 as "overdueSeconds",
      coalesce(delivered_today, 0)::float8 as "deliveredToday", coalesce(failed_today, 0)::float8 as "failedToday",
      coalesce(delivered, 0)::float8 as delivered, coalesce(failed, 0)::float8 as failed
    from queue full join settled using (connector) order by connector
  `.execute(db);
  return rows;
}
