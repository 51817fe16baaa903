import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { microsecondsOfRow, placeOf, type ListPlace } from "./list-place.ts";

/** What lies at a destination, or is there to be fetched by it. */
export type HandedOver = {
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly destinationId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly version: number;
  readonly isTest: boolean;
  readonly state: "accepted" | "delivered" | "rejected";
  /** What the other side calls it. */
  readonly receipt: string | undefined;
  /** When it was written for this destination: the order of the list. */
  readonly createdAt: Date;
  readonly place: ListPlace;
  readonly settledAt: Date | undefined;
};

export type HandedOverQuery = {
  readonly destinationId: string;
  /** Left out: of all states. */
  readonly state?: HandedOver["state"] | undefined;
  readonly after?: ListPlace | undefined;
  readonly limit: number;
};

const columns = sql`id as "deliveryId", submission_id as "submissionId", destination_id as "destinationId", reference,
  leistung_slug as "leistungSlug", version, is_test as "isTest", state, receipt, created_at as "createdAt", settled_at as "settledAt",
  ${microsecondsOfRow} as microseconds`;

type Row = Omit<HandedOver, "receipt" | "settledAt" | "place"> & {
  readonly microseconds: string;
  readonly receipt: string | null;
  readonly settledAt: Date | null;
};

/** The oldest first, from a place on. */
export async function listHandedOverRows(
  db: Db,
  tenantId: string,
  { destinationId, state, after, limit }: HandedOverQuery,
): Promise<readonly HandedOver[]> {
  const { rows } = await sql<Row>`
    select ${columns} from delivery.delivery
    where tenant_id = ${tenantId} and destination_id = ${destinationId} and state in ('accepted', 'delivered', 'rejected')
      and ${state === undefined ? sql`true` : sql`state = ${state}`}
      and ${after === undefined ? sql`true` : sql`(created_at, id) > ${placeOf(after)}`}
    order by created_at, id limit ${limit}
  `.execute(db);
  return rows.map(handedOverOf);
}

/** Undefined for one of another destination, one that never got there, and one that was taken back. */
export async function findHandedOverRow(
  db: Db,
  tenantId: string,
  {
    destinationId,
    deliveryId,
  }: { readonly destinationId: string; readonly deliveryId: string },
): Promise<HandedOver | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from delivery.delivery
    where tenant_id = ${tenantId} and destination_id = ${destinationId} and id = ${deliveryId}
      and state in ('accepted', 'delivered', 'rejected')
  `.execute(db);
  return rows.map(handedOverOf)[0];
}

const handedOverOf = ({ microseconds, ...row }: Row): HandedOver => ({
  ...row,
  place: { microseconds, deliveryId: row.deliveryId },
  receipt: row.receipt ?? undefined,
  settledAt: row.settledAt ?? undefined,
});

/** What the other side calls something that had arrived before it said so. */
export async function saveReceipt(
  db: Db,
  tenantId: string,
  {
    deliveryId,
    receipt,
  }: { readonly deliveryId: string; readonly receipt: string },
): Promise<void> {
  await sql`
    update delivery.delivery set receipt = ${receipt}
    where tenant_id = ${tenantId} and id = ${deliveryId} and state = 'delivered'
  `.execute(db);
}

/** Refused after it was there. False: rejected, or settled otherwise, before. */
export async function refuseRow(
  db: Db,
  tenantId: string,
  { deliveryId, now }: { readonly deliveryId: string; readonly now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.delivery set state = 'rejected', last_reason = 'refused-by-receiver', settled_at = ${now}, delivered_at = null,
      answer_due_at = null
    where tenant_id = ${tenantId} and id = ${deliveryId} and state in ('accepted', 'delivered')
  `.execute(db);
  return numAffectedRows === 1n;
}
