import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryOutcome } from "../domain/connector.ts";
import type { DeliveryState, NextStep } from "../domain/next-step.ts";
import type { DeliveryTables } from "./tables.ts";

/** A delivery with its destination, counted up and logged as begun. */
export type BegunAttempt = {
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly version: number;
  /** Of all series. */
  readonly number: number;
  readonly attemptsBefore: number;
  readonly waitingSince: Date;
  readonly destinationId: string;
  readonly connectorKey: string;
  readonly encryptedOptions: Buffer;
  readonly isEnabled: boolean;
};

/** Notes that an attempt begins, before anything is sent. Undefined when there is nothing (more) to deliver. */
export async function beginAttempt(
  db: Db,
  tenantId: string,
  attempt: { deliveryId: string; now: Date },
): Promise<BegunAttempt | undefined> {
  const { rows } = await sql<BegunAttempt>`
    with begun as (
      update delivery.delivery set attempts = attempts + 1
      where tenant_id = ${tenantId} and id = ${attempt.deliveryId} and state in ('waiting', 'dead')
      returning *
    ), logged as (
      insert into delivery.attempt (delivery_id, number, started_at) select id, attempts, ${attempt.now} from begun
    )
    select
      begun.id as "deliveryId", begun.submission_id as "submissionId", begun.version, begun.attempts as number,
      begun.attempts_before as "attemptsBefore", begun.waiting_since as "waitingSince",
      destination.id as "destinationId", destination.connector_key as "connectorKey",
      destination.options as "encryptedOptions", destination.enabled as "isEnabled"
    from begun
    join delivery.destination on destination.tenant_id = ${tenantId} and destination.id = begun.destination_id
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

/** Notes what came of an attempt and what follows. */
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
  await sql`
    with ended as (
      update delivery.attempt set ended_at = ${now}, outcome = ${outcome}, reason = ${reason}
      where tenant_id = ${tenantId} and delivery_id = ${deliveryId} and number = ${number}
    )
    update delivery.delivery set
      state = ${step.state}, next_attempt_at = ${nextAttemptAt}, last_reason = ${reason},
      receipt = ${receipt}, delivered_at = ${deliveredAt}
    where tenant_id = ${tenantId} and id = ${deliveryId}
  `.execute(db);
}

/** A line of the list. */
export type DeliverySummary = {
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly destinationName: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Code of what hindered it last. */
  readonly lastReason: string | undefined;
  readonly receipt: string | undefined;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date | undefined;
  readonly deliveredAt: Date | undefined;
};

/** Place in the list: what comes after this one. */
export type DeliveryCursor = {
  readonly createdAt: Date;
  readonly deliveryId: string;
};

/** Newest first, from a place on. */
export async function listDeliveriesIn(
  db: Db,
  tenantId: string,
  query: {
    state: DeliveryState;
    after: DeliveryCursor | undefined;
    limit: number;
  },
): Promise<DeliverySummary[]> {
  let rows = db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery as delivery")
    .innerJoin("delivery.destination as destination", (join) =>
      join
        .onRef("destination.tenant_id", "=", "delivery.tenant_id")
        .onRef("destination.id", "=", "delivery.destination_id"),
    )
    .selectAll("delivery")
    .select("destination.name as destination_name")
    .where("delivery.tenant_id", "=", tenantId)
    .where("delivery.state", "=", query.state)
    .orderBy("delivery.created_at", "desc")
    .orderBy("delivery.id", "desc")
    .limit(query.limit);
  const { after } = query;
  if (after)
    rows = rows.where(
      sql<boolean>`(delivery.created_at, delivery.id) < (${after.createdAt}, ${after.deliveryId}::uuid)`,
    );
  return (await rows.execute()).map((row) => ({
    deliveryId: row.id,
    submissionId: row.submission_id,
    reference: row.reference,
    leistungSlug: row.leistung_slug,
    destinationName: row.destination_name,
    state: row.state,
    attempts: row.attempts,
    lastReason: row.last_reason ?? undefined,
    receipt: row.receipt ?? undefined,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at ?? undefined,
    deliveredAt: row.delivered_at ?? undefined,
  }));
}

/** How many there are in each state; states without any are left out. */
export async function countDeliveries(
  db: Db,
  tenantId: string,
): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery")
    .select(["state", (eb) => eb.fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

export async function findDeliveryForUpdate(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<{ state: DeliveryState; reference: string } | undefined> {
  return db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.delivery")
    .select(["state", "reference"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", deliveryId)
    .forUpdate()
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
      attempts_before: eb.ref("attempts"),
      next_attempt_at: now,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", deliveryId)
    .execute();
}
