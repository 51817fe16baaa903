import type { Db } from "../../../platform/database/database.ts";
import type { DeliveryTables } from "./tables.ts";

export type StoredEvidence = {
  readonly deliveryId: string;
  readonly evidenceId: string;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly encryptedContent: Buffer;
};

/** Keeps what is not kept yet. */
export async function insertEvidence(
  db: Db,
  { now, ...evidence }: StoredEvidence & { readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<DeliveryTables>()
    .insertInto("delivery.evidence")
    .values({
      delivery_id: evidence.deliveryId,
      evidence_id: evidence.evidenceId,
      kind: evidence.kind,
      occurred_at: evidence.occurredAt,
      kept_at: now,
      content: evidence.encryptedContent,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In the order in which it happened. */
export async function listEvidence(
  db: Db,
  tenantId: string,
  deliveryId: string,
): Promise<readonly StoredEvidence[]> {
  const rows = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.evidence")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("delivery_id", "=", deliveryId)
    .orderBy("occurred_at")
    .orderBy("kept_at")
    .orderBy("evidence_id")
    .execute();
  return rows.map((row) => ({
    deliveryId,
    evidenceId: row.evidence_id,
    kind: row.kind,
    occurredAt: row.occurred_at,
    encryptedContent: row.content,
  }));
}
