import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";

type DeliveriesOfSubmission = {
  readonly submissionId: string;
  /** Keys of connectors that only say that there is something. */
  readonly contentless: readonly string[];
};

/** False once a back-office system was asked to take content of a submission: then it has left the house. Changes nothing. */
export async function mayStopDeliveries(
  db: Db,
  { submissionId, contentless }: DeliveriesOfSubmission,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from delivery.delivery
    join delivery.destination on destination.tenant_id = delivery.tenant_id and destination.id = destination_id
    where delivery.tenant_id = current_setting('app.tenant_id')::uuid and submission_id = ${submissionId}::uuid
      and not (state = 'waiting' and attempts = 0 and attempts_before = 0) and connector_key <> all(${[...contentless]}::text[])
    limit 1
  `.execute(db);
  return rows.length === 0;
}

/**
 * Removes deliveries of a submission that no back-office system has been asked to take yet, with their jobs, in the caller's transaction:
 * the authority is not responsible any more. One whose job runs at this moment counts as begun and stays, as all that were tried. True when
 * none was begun that carries content.
 */
export async function stopDeliveries(
  db: Db,
  { submissionId, contentless }: DeliveriesOfSubmission,
): Promise<boolean> {
  const { rows } = await sql<{ begun: number }>`
    with own as (
      select delivery.id, connector_key, state = 'waiting' and attempts = 0 and attempts_before = 0 as is_new
      from delivery.delivery
      join delivery.destination on destination.tenant_id = delivery.tenant_id and destination.id = destination_id
      where delivery.tenant_id = current_setting('app.tenant_id')::uuid and submission_id = ${submissionId}::uuid
    ), free as (
      select job.id, own.id as delivery_id from own
      join jobs.job on job.tenant_id = current_setting('app.tenant_id')::uuid
        and job.name = ${deliverJobName} and job.payload ->> 'deliveryId' = own.id::text
      where own.is_new and job.state = 'waiting'
      for update of job skip locked
    ), stopped as (
      delete from delivery.delivery
      where tenant_id = current_setting('app.tenant_id')::uuid and id in (select delivery_id from free)
      returning id
    ), unqueued as (
      delete from jobs.job where id in (select id from free)
    )
    select count(*)::int as begun from own
    where id not in (select id from stopped) and connector_key <> all(${[...contentless]}::text[])
  `.execute(db);
  return rows[0]?.begun === 0;
}
