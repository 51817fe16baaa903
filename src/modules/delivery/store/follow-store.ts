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
