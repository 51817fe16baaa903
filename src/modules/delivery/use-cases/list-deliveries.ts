import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { DeliveryState } from "../domain/next-step.ts";
import {
  countDeliveries,
  listDeliveriesIn,
  type DeliverySummary,
} from "../store/delivery-store.ts";
import type { ListPlace } from "../store/list-place.ts";
import { hiddenFrom } from "./delivery-scope.ts";

export type { DeliverySummary };

export type DeliveryFilter = {
  /** Left out: the most urgent state that has any. */
  readonly state?: DeliveryState;
  /** From the page before. */
  readonly after?: ListPlace;
};

export type DeliveryList = {
  readonly state: DeliveryState;
  readonly deliveries: readonly DeliverySummary[];
  /** Present when there are more. */
  readonly next: ListPlace | undefined;
  /** Of all states, also those not listed. */
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
};

const pageSize = 50;

/** What a person must look at comes first. */
export const deliveryStates: readonly DeliveryState[] = [
  "rejected",
  "dead",
  "waiting",
  "accepted",
  "delivered",
  "closed",
];

/** Deliveries of the tenant in one state, newest first, fifty at a time; a caseworker sees none of what is another team's alone. */
export async function listDeliveries(
  context: Context,
  filter: DeliveryFilter,
): Promise<Result<DeliveryList, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("delivery.read"))
    return refuse({ kind: "not-permitted" });
  const hiddenSlugs = await hiddenFrom(context);
  return context.transaction(async (db) => {
    const { tenantId } = context;
    const counts = await countDeliveries(db, tenantId, hiddenSlugs);
    const state = filter.state ?? mostUrgent(counts);
    const rows = await listDeliveriesIn(db, tenantId, {
      state,
      hiddenSlugs,
      after: filter.after,
      limit: pageSize + 1,
    });
    const deliveries = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? deliveries.at(-1) : undefined;
    return ok({ state, deliveries, next: last?.place, counts });
  });
}

function mostUrgent(counts: DeliveryList["counts"]): DeliveryState {
  const present = deliveryStates.find((state) => (counts[state] ?? 0) > 0);
  return present ?? "waiting";
}
