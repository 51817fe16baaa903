import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryOutcome } from "../domain/connector.ts";
import { deliverJobName } from "../domain/deliver-job-name.ts";
import type { DeliveryState, NextStep } from "../domain/next-step.ts";
import { microsecondsOfRow, placeOf, type ListPlace } from "./list-place.ts";
import type { DeliveryTables } from "./tables.ts";

/** A delivery with its destination, counted up and logged as begun. */
export type BegunAttempt = {
  readonly isHeld: false;
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly reference: string;
  readonly version: number;
  /** Nobody applied for anything: it shows that the way is open. */
  readonly isTest: boolean;
  /** Of all series. */
  readonly number: number;
  readonly attemptsBefore: number;
  readonly waitingSince: Date;
  readonly destinationId: string;
  readonly connectorKey: string;
  readonly encryptedOptions: Buffer;
  readonly isEnabled: boolean;
  readonly patienceHours: number;
  /** Of the destination, in a row, before this attempt. */
  readonly failures: number;
  /** The destination's circuit breaker is open: this is the canary. */
  readonly isOpen: boolean;
};

/** An earlier version of the same application is on its way: what was sent first arrives first. */
export type HeldAttempt = {
  readonly isHeld: true;
  readonly heldUntil: Date | null;
};

/**
 * Notes that an attempt begins, before anything is sent. Undefined when there is nothing (more) to deliver. A delivery behind an
 * earlier version that waits or was given up is not begun; one that was refused or settled otherwise holds nobody up.
 */
export async function beginAttempt(
  db: Db,
  tenantId: string,
  attempt: { deliveryId: string; now: Date },
): Promise<BegunAttempt | HeldAttempt | undefined> {
  const { rows } = await sql<BegunAttempt | HeldAttempt>`
    with given as (
      select tenant_id, id, submission_id, destination_id, version from delivery.delivery
      where tenant_id = ${tenantId} and id = ${attempt.deliveryId} and state in ('waiting', 'dead')
    ), earlier as (
      select earlier.next_attempt_at from delivery.delivery earlier
      join given using (tenant_id, submission_id, destination_id)
      where earlier.version < given.version and earlier.state in ('waiting', 'dead')
      order by earlier.version limit 1
    ), begun as (
      update delivery.delivery set attempts = attempts + 1
      where tenant_id = ${tenantId} and id in (select id from given) and not exists (select from earlier)
      returning id, submission_id, version, reference, is_test, attempts, attempts_before, waiting_since
    ), logged as (
      insert into delivery.attempt (delivery_id, number, started_at) select id, attempts, ${attempt.now} from begun
    )
    select
      begun.id as "deliveryId", begun.submission_id as "submissionId", begun.version, begun.reference, begun.is_test as "isTest",
      begun.attempts as number,
      begun.attempts_before as "attemptsBefore", begun.waiting_since as "waitingSince",
      destination.id as "destinationId", destination.connector_key as "connectorKey",
      destination.options as "encryptedOptions", destination.enabled as "isEnabled",
      destination.patience_hours as "patienceHours", destination.failures,
      destination.open_until is not null as "isOpen",
      begun.id is null as "isHeld", (select next_attempt_at from earlier) as "heldUntil"
    from given
    join delivery.destination on destination.tenant_id = ${tenantId} and destination.id = given.destination_id
    left join begun on true
  `.execute(db);
  return rows[0];
}

export type EndedAttempt = {
  readonly deliveryId: string;
  readonly number: number;
  readonly outcome: DeliveryOutcome["kind"];
  readonly step: NextStep;
  readonly now: Date;
};

/** Notes what came of an attempt and what follows; when it is over, the next version of the same application is due at once. */
export async function endAttempt(
  db: Db,
  tenantId: string,
  { deliveryId, number, outcome, step, now }: EndedAttempt,
): Promise<void> {
  const reason = "reason" in step ? step.reason : null;
  const receipt = "receipt" in step ? step.receipt : null;
  const nextAttemptAt =
    step.state === "waiting" ? new Date(now.getTime() + step.afterMs) : null;
  const deliveredAt = step.state === "delivered" ? now : null;
  const settledAt = step.state === "waiting" ? null : now;
  const answerDueAt =
    step.state === "accepted" ? (step.answerDueAt ?? null) : null;
  await sql`
    with ended as (
      update delivery.attempt set ended_at = ${now}, outcome = ${outcome}, reason = ${reason}
      where tenant_id = ${tenantId} and delivery_id = ${deliveryId} and number = ${number}
    ), hurried as (
      update jobs.job set run_at = now() where ${step.state !== "waiting"} and id in (
        select job.id from delivery.delivery settled
        join delivery.delivery later using (tenant_id, submission_id, destination_id)
        join jobs.job on job.tenant_id = later.tenant_id and job.name = ${deliverJobName} and job.unique_key = later.id::text
        where settled.tenant_id = ${tenantId} and settled.id = ${deliveryId}
          and later.version > settled.version and later.state = 'waiting' and job.state = 'waiting'
        for update of job skip locked
      )
    )
    update delivery.delivery set
      state = ${step.state}, next_attempt_at = ${nextAttemptAt}, last_reason = ${reason},
      receipt = ${receipt}, delivered_at = ${deliveredAt}, settled_at = ${settledAt},
      answer_due_at = ${answerDueAt}
    where tenant_id = ${tenantId} and id = ${deliveryId}
  `.execute(db);
}

/** A line of the list. */
export type DeliverySummary = {
  readonly deliveryId: string;
  readonly place: ListPlace;
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly isTest: boolean;
  readonly destinationName: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Code of what hindered it last. */
  readonly lastReason: string | undefined;
  readonly receipt: string | undefined;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date | undefined;
  readonly deliveredAt: Date | undefined;
  /** When the other side should have answered what it has accepted. */
  readonly answerDueAt: Date | undefined;
};

/** Newest first, from a place on, without those of hidden Leistungen. */
export async function listDeliveriesIn(
  db: Db,
  tenantId: string,
  query: {
    state: DeliveryState;
    hiddenSlugs: readonly string[];
    after: ListPlace | undefined;
    limit: number;
  },
): Promise<DeliverySummary[]> {
  let rows = summaries(db, tenantId)
    .where("delivery.state", "=", query.state)
    .where(isShown(query.hiddenSlugs))
    .orderBy("delivery.created_at", "desc")
    .orderBy("delivery.id", "desc")
    .limit(query.limit);
  const { after } = query;
  if (after)
    rows = rows.where(
      sql<boolean>`(delivery.created_at, delivery.id) < ${placeOf(after)}`,
    );
  return (await rows.execute()).map(summaryOf);
}

/** One as the list shows it; undefined when there is none or its Leistung is hidden. */
export async function findDeliverySummary(
  db: Db,
  tenantId: string,
  wanted: { deliveryId: string; hiddenSlugs: readonly string[] },
): Promise<DeliverySummary | undefined> {
  const row = await summaries(db, tenantId)
    .where("delivery.id", "=", wanted.deliveryId)
    .where(isShown(wanted.hiddenSlugs))
    .executeTakeFirst();
  return row && summaryOf(row);
}

/** All of a submission, the newest first. */
export async function listDeliveriesOf(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<readonly DeliverySummary[]> {
  const rows = await summaries(db, tenantId)
    .where("delivery.submission_id", "=", submissionId)
    .orderBy("delivery.created_at", "desc")
    .orderBy("delivery.id", "desc")
    .execute();
  return rows.map(summaryOf);
}

function summaries(db: Db, tenantId: string) {
  return db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery as delivery")
    .innerJoin("delivery.destination as destination", (join) =>
      join
        .onRef("destination.tenant_id", "=", "delivery.tenant_id")
        .onRef("destination.id", "=", "delivery.destination_id"),
    )
    .selectAll("delivery")
    .select([
      "destination.name as destination_name",
      microsecondsOfRow.as("microseconds"),
    ])
    .where("delivery.tenant_id", "=", tenantId);
}

type SummaryRow = Selectable<DeliveryTables["delivery.delivery"]> & {
  destination_name: string;
  microseconds: string;
};

function summaryOf(row: SummaryRow): DeliverySummary {
  return {
    deliveryId: row.id,
    place: { microseconds: row.microseconds, deliveryId: row.id },
    submissionId: row.submission_id,
    reference: row.reference,
    leistungSlug: row.leistung_slug,
    isTest: row.is_test,
    destinationName: row.destination_name,
    state: row.state,
    attempts: row.attempts,
    lastReason: row.last_reason ?? undefined,
    receipt: row.receipt ?? undefined,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    deliveredAt: row.delivered_at ?? undefined,
    answerDueAt: row.answer_due_at ?? undefined,
  };
}

/** Nothing is asked where nothing is hidden: counting then reads an index alone. */
const isShown = (hiddenSlugs: readonly string[]) =>
  hiddenSlugs.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`delivery.leistung_slug <> all(${hiddenSlugs}::text[])`;

/** How many there are in each state without those of hidden Leistungen; states without any are left out. */
export async function countDeliveries(
  db: Db,
  tenantId: string,
  hiddenSlugs: readonly string[],
): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery as delivery")
    .select(["state", (eb) => eb.fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .where(isShown(hiddenSlugs))
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

export async function findDeliveryForUpdate(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<
  { state: DeliveryState; reference: string; destinationId: string } | undefined
> {
  return db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery")
    .select(["state", "reference", "destination_id as destinationId"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", deliveryId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Begins a new series of attempts for the same delivery, under the same idempotency key. */
export async function reopenDelivery(
  db: Db,
  tenantId: string,
  { deliveryId, now }: { deliveryId: string; now: Date },
): Promise<void> {
  await db
    .$extendTables<DeliveryTables>()
    .updateTable("delivery.delivery")
    .set((eb) => ({
      state: "waiting",
      waiting_since: now,
      settled_at: null,
      attempts_before: eb.ref("attempts"),
      next_attempt_at: now,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", deliveryId)
    .execute();
}
