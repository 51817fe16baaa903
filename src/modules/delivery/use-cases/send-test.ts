import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findDestination } from "../store/destination-store.ts";
import { enqueueTest } from "../store/outbox.ts";

export type SendTestRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Nothing goes to a destination that is switched off. */
  | { readonly kind: "switched-off" };

/**
 * Sends a test submission on the real way: outbox, job, connector. It is marked as a test, holds nothing of anybody, and is tried
 * again as any other. Audited.
 */
export async function sendTest(
  context: Context,
  destinationId: string,
): Promise<Result<{ deliveryId: string }, SendTestRefusal>> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const found = await findDestination(db, context.tenantId, destinationId);
    if (!found) return refuse({ kind: "not-found" });
    if (!found.isEnabled) return refuse({ kind: "switched-off" });
    const deliveryId = newId();
    const reference = `TEST-${deliveryId.slice(-8).toUpperCase()}`;
    await enqueueTest(db, { deliveryId, destinationId, reference });
    await recordAudit(context, db, {
      action: "delivery.test-sent",
      subject: { kind: "destination", id: destinationId },
      details: { delivery: deliveryId },
    });
    return ok({ deliveryId });
  });
}
