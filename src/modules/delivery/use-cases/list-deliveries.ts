import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { DeliveryState } from "../domain/next-step.ts";
import {
  countDeliveries,
  listDeliveriesIn,
  type DeliveryCursor,
  type DeliverySummary,
} from "../store/delivery-store.ts";

export type DeliveryFilter = {
  readonly state: DeliveryState;
  /** From the page before. */
  readonly after?: DeliveryCursor;
};

export type DeliveryList = {
  readonly deliveries: readonly DeliverySummary[];
  /** Present when there are more. */
  readonly next: DeliveryCursor | undefined;
  /** Of all states, also those not listed. */
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
};

const pageSize = 50;

/** Deliveries of the tenant in one state, newest first, fifty at a time. */
export async function listDeliveries(
  context: Context,
  filter: DeliveryFilter,
): Promise<Result<DeliveryList, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("delivery.read"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const { tenantId } = context;
    const rows = await listDeliveriesIn(db, tenantId, {
      state: filter.state,
      after: filter.after,
      limit: pageSize + 1,
    });
    const counts = await countDeliveries(db, tenantId);
    const deliveries = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? deliveries.at(-1) : undefined;
    return ok({ deliveries, next: last, counts });
  });
}
