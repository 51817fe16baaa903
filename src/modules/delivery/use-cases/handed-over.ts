import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Connector } from "../domain/connector.ts";
import type { Delivery } from "../domain/delivery.ts";
import { testContent } from "../domain/test-content.ts";
import { findDestination } from "../store/destination-store.ts";
import { settleAccepted } from "../store/follow-store.ts";
import {
  findHandedOverRow,
  listHandedOverRows,
  saveReceipt,
  type HandedOver,
  type HandedOverQuery,
} from "../store/handed-over-store.ts";
import type { DeliverySource } from "./delivery-source.ts";
import type { FollowPorts } from "./follow-delivery.ts";

/** What lies at a destination, the oldest first. The caller has checked whose destination it is. */
export function listHandedOver(
  context: Context,
  db: Db,
  query: HandedOverQuery,
): Promise<readonly HandedOver[]> {
  return listHandedOverRows(db, context.tenantId, query);
}

/** One thing that lies at a destination; undefined for all else. The caller has checked whose destination it is. */
export function findHandedOver(
  context: Context,
  db: Db,
  wanted: { readonly destinationId: string; readonly deliveryId: string },
): Promise<HandedOver | undefined> {
  return findHandedOverRow(db, context.tenantId, wanted);
}

/** Everything that was handed over, as connectors get it. Undefined when it is deleted, or its files are not scanned yet. */
export async function loadHandedOver(
  context: Context,
  { deliveryId, submissionId, version, ...handed }: HandedOver,
  source: DeliverySource,
): Promise<Delivery | undefined> {
  const content = handed.isTest
    ? testContent({ ...handed, waitingSince: handed.createdAt })
    : await source.load(context, submissionId, version);
  if (!content || content === "uploads-not-scanned") return undefined;
  return { deliveryId, tenantId: context.tenantId, ...content };
}

/**
 * The other side says that it has it, in the caller's transaction: what was accepted is delivered, and applicant and office are told once.
 * Later it only says what it calls it.
 */
export async function confirmHandedOver(
  context: Context,
  db: Db,
  {
    handed,
    receipt,
    onAnswer,
  }: Pick<FollowPorts, "onAnswer"> & {
    readonly handed: HandedOver;
    readonly receipt: string;
  },
): Promise<void> {
  const { tenantId, now } = context;
  const { deliveryId, submissionId, destinationId } = handed;
  const isNews = await settleAccepted(db, tenantId, {
    deliveryId,
    state: "delivered",
    reason: undefined,
    receipt,
    now,
  });
  if (!isNews) return saveReceipt(db, tenantId, { deliveryId, receipt });
  const destination = await findDestination(db, tenantId, destinationId);
  await onAnswer(context, db, {
    submissionId,
    deliveryId,
    destinationName: destination?.name ?? "",
    kind: "delivered",
  });
}

/** How people call a destination of the tenant; undefined when there is none, or with `connectors` none with a back office behind it. */
export async function nameOfDestination(
  context: Context,
  destinationId: string,
  connectors?: ReadonlyMap<string, Connector>,
): Promise<string | undefined> {
  const found = await context.transaction((db) =>
    findDestination(db, context.tenantId, destinationId),
  );
  const connector = connectors?.get(found?.connectorKey ?? "");
  return connector?.isNoticeOnly === true ? undefined : found?.name;
}
