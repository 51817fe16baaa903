import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { followDeliveryJob } from "../domain/follow-job.ts";

/** An accepted delivery with its destination. */
export type FollowedDelivery = {
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly correlationId: string;
  readonly acceptedAt: Date;
  readonly destinationId: string;
  readonly destinationName: string;
  readonly connectorKey: string;
  readonly encryptedOptions: Buffer;
};

/** Writes the job that asks for the answer. Nothing when it is there already. */
export function enqueueFollowing(db: Db, deliveryId: string): Promise<void> {
  return enqueue(db, {
    name: followDeliveryJob,
    payload: { deliveryId },
    uniqueKey: deliveryId,
  });
}

/** Who rings in the same moment is answered by one question, which is asked after all of them. */
const momentMs = 1_000;

/**
 * Asks soon for those of these that lie accepted at the destination, once, beside the question that is repeated: that one may be running just
 * now, and what came after it has looked would wait long. Ids that mean nothing here are passed over. Gives how many are asked for.
 */
export async function followSoon(
  db: Db,
  tenantId: string,
  {
    destinationId,
    correlationIds,
    now,
  }: {
    readonly destinationId: string;
    readonly correlationIds: readonly string[];
    readonly now: Date;
  },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from delivery.delivery
    where tenant_id = ${tenantId} and destination_id = ${destinationId} and state = 'accepted' and receipt = any(${correlationIds})
  `.execute(db);
  const moment = Math.floor(now.getTime() / momentMs);
  for (const { id } of rows)
    await enqueue(db, {
      name: followDeliveryJob,
      payload: { deliveryId: id, once: 1 },
      uniqueKey: `${id}:${String(moment)}`,
      // Clocks of web server and database may differ a little.
      runAt: new Date((moment + 2) * momentMs),
    });
  return rows.length;
}

/** Undefined when there is nothing to ask for (any more). */
export async function findFollowed(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<FollowedDelivery | undefined> {
  const { rows } = await sql<FollowedDelivery>`
    select delivery.id as "deliveryId", submission_id as "submissionId", receipt as "correlationId", settled_at as "acceptedAt",
      destination.id as "destinationId", destination.name as "destinationName",
      connector_key as "connectorKey", options as "encryptedOptions"
    from delivery.delivery
    join delivery.destination on destination.tenant_id = delivery.tenant_id and destination.id = destination_id
    where delivery.tenant_id = ${tenantId} and delivery.id = ${deliveryId} and state = 'accepted'
  `.execute(db);
  return rows[0];
}

export type SettledAnswer = {
  readonly deliveryId: string;
  readonly state: "delivered" | "rejected";
  readonly reason: string | undefined;
  /** Undefined keeps what is there. */
  readonly receipt: string | undefined;
  readonly now: Date;
};

/** Notes the answer of the other side. False when it was noted, or settled otherwise, before. */
export async function settleAccepted(
  db: Db,
  tenantId: string,
  { deliveryId, state, reason, receipt, now }: SettledAnswer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.delivery set
      state = ${state}, last_reason = ${reason ?? null}, receipt = coalesce(${receipt ?? null}, receipt), answer_due_at = null,
      settled_at = ${now}, delivered_at = ${state === "delivered" ? now : null}
    where tenant_id = ${tenantId} and id = ${deliveryId} and state = 'accepted'
  `.execute(db);
  return numAffectedRows === 1n;
}
