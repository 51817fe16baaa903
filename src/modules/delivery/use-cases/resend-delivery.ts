import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import type { DeliveryState } from "../domain/next-step.ts";
import {
  findDeliveryForUpdate,
  reopenDelivery,
} from "../store/delivery-store.ts";
import { enqueueAgain, hurryUp } from "../store/outbox.ts";

export type ResendDeliveryRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** It is there, the other side has accepted it, or a person settled it otherwise. */
  | { readonly kind: "already-delivered" };

const mayBeSentAgain = (state: DeliveryState) =>
  state === "waiting" || state === "rejected" || state === "dead";

/**
 * Tries a delivery again: at once when it waits, with a new series of attempts when it was rejected or given up.
 * The receiver gets the same delivery id, so what it has already is not doubled. Audited.
 */
export async function resendDelivery(
  context: Context,
  { deliveryId }: { deliveryId: string },
): Promise<Result<void, ResendDeliveryRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const { tenantId, now } = context;
    const delivery = await findDeliveryForUpdate(db, tenantId, deliveryId);
    if (!delivery) return refuse({ kind: "not-found" });
    const { state, destinationId } = delivery;
    if (!mayBeSentAgain(state)) return refuse({ kind: "already-delivered" });

    if (state === "waiting") await hurryUp(db, { deliveryId, destinationId });
    else {
      await reopenDelivery(db, tenantId, { deliveryId, now });
      await enqueueAgain(db, { deliveryId, destinationId });
    }
    await recordAudit(context, db, {
      action: "delivery.resent",
      subject: { kind: "delivery", id: deliveryId },
      details: { from: state },
    });
    return ok(undefined);
  });
}
