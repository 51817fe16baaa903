import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedSql,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";

/** What the submission tells about itself, ids and words for the page only. */
export type DispatchedSubmission = {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  /** From 2 on: a correction. */
  readonly version?: number;
  /** Where it goes instead of where its Leistung is routed to, by a rule of the authority; one that is closed by now does not count. */
  readonly destinationId?: string | undefined;
  /** Left out: now. */
  readonly submittedAt?: Date;
  /** From when on its patience counts, as the caller's clock says. Left out: now. */
  readonly waitingSince?: Date;
};

/**
 * Writes the deliveries of a submission to all destinations that are enabled for its Leistung, or to the one it was given, each with its job, in
 * the caller's transaction and in one statement. A correction follows where a rule has led what it corrects. Idempotent by submission, version and destination. Returns how many were written;
 * none is no fault: the own workspace has the submission anyway.
 */
export async function enqueueDeliveries(
  db: Db,
  submission: DispatchedSubmission,
): Promise<number> {
  const {
    version = 1,
    destinationId = null,
    submittedAt = null,
    waitingSince = null,
  } = submission;
  const { submissionId, reference, leistungSlug } = submission;
  const { numAffectedRows } = await insertDeliveries(db, {
    ...{ submissionId, reference, leistungSlug, version },
    ...{ destinationId, submittedAt, waitingSince },
  });
  return Number(numAffectedRows ?? 0n);
}

type DispatchedValues = {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly version: number;
  readonly destinationId: string | null;
  readonly submittedAt: Date | null;
  readonly waitingSince: Date | null;
};

const insertDeliveries = fixedSql(
  (value: ValueOf<DispatchedValues>) => sql`
    with routed as (
      select distinct destination.id
      from delivery.route
      join delivery.destination using (tenant_id)
      where tenant_id = current_setting('app.tenant_id')::uuid
        and route.leistung_slug in (${value("leistungSlug")}, '*')
        and destination.id = route.destination_id
        and destination.enabled
    ), earlier as (
      select distinct destination.id
      from delivery.delivery
      join delivery.destination on destination.tenant_id = delivery.tenant_id and destination.id = delivery.destination_id
      where delivery.tenant_id = current_setting('app.tenant_id')::uuid
        and delivery.submission_id = ${value("submissionId")}::uuid
        and delivery.version < ${value("version")}::integer
        and destination.enabled
    ), given as (
      select id from delivery.destination
      where tenant_id = current_setting('app.tenant_id')::uuid and id = ${value("destinationId")}::uuid and enabled
      union
      select id from earlier where not exists (select from earlier join routed using (id))
    ), target as (
      select id from given
      union
      select id from routed where not exists (select from given)
    ), written as (
      insert into delivery.delivery (submission_id, version, destination_id, reference, leistung_slug, created_at, waiting_since)
      select ${value("submissionId")}::uuid, ${value("version")}::integer, id, ${value("reference")}, ${value("leistungSlug")},
        coalesce(${value("submittedAt")}::timestamptz, now()),
        coalesce(${value("waitingSince")}::timestamptz, now()) from target
      on conflict (tenant_id, submission_id, destination_id, version) do nothing
      returning tenant_id, id, destination_id
    )
    insert into jobs.job (tenant_id, name, payload, unique_key, channel)
    select tenant_id, ${deliverJobName}, jsonb_build_object('deliveryId', id), id, destination_id from written
  `,
);

/** Writes a test delivery with its job: as a submission's, but with nothing behind it. */
export async function enqueueTest(
  db: Db,
  test: QueuedDelivery & { readonly reference: string },
): Promise<void> {
  const { deliveryId, destinationId, reference } = test;
  await sql`
    insert into delivery.delivery (id, submission_id, destination_id, reference, leistung_slug, is_test)
    values (${deliveryId}, ${deliveryId}, ${destinationId}, ${reference}, 'test', true)
  `.execute(db);
  await enqueueOne(db, test);
}

/** A delivery and the destination whose channel its job takes. */
export type QueuedDelivery = {
  readonly deliveryId: string;
  readonly destinationId: string;
};

/** A fresh job for a delivery whose series of attempts has ended; its dead letter, if there is one, has served. */
export async function enqueueAgain(
  db: Db,
  delivery: QueuedDelivery,
): Promise<void> {
  const { deliveryId } = delivery;
  await sql`
    with served as (
      delete from jobs.job
      where state = 'dead' and name = ${deliverJobName} and payload ->> 'deliveryId' = ${deliveryId}
        and tenant_id = current_setting('app.tenant_id')::uuid
      returning id
    )
    delete from jobs.start where job_id in (select id from served)
  `.execute(db);
  await enqueueOne(db, delivery);
}

/**
 * Makes the job of a waiting delivery due now. One that runs this moment is left alone (it is being tried); one that is
 * missing, or that the queue has given up, is written anew, so that nothing waits for ever.
 */
export async function hurryUp(db: Db, delivery: QueuedDelivery): Promise<void> {
  await sql`
    update jobs.job set run_at = now() where id in (
      select id from jobs.job
      where tenant_id = current_setting('app.tenant_id')::uuid and name = ${deliverJobName}
        and unique_key = ${delivery.deliveryId} and state = 'waiting'
      for update skip locked
    )
  `.execute(db);
  await enqueueOne(db, delivery);
}

/** Nothing when its job is there already. */
async function enqueueOne(
  db: Db,
  { deliveryId, destinationId }: QueuedDelivery,
): Promise<void> {
  await enqueue(db, {
    name: deliverJobName,
    payload: { deliveryId },
    uniqueKey: deliveryId,
    channel: destinationId,
  });
}
