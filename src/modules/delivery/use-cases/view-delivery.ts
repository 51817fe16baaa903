import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  findDeliverySummary,
  type DeliverySummary,
} from "../store/delivery-store.ts";
import type { Evidence } from "../domain/read-back.ts";
import {
  listAttempts,
  listOverviews,
  type DestinationOverview,
  type LoggedAttempt,
} from "../store/overview-store.ts";

import {
  listRedirections,
  type Redirection,
} from "../store/redirection-store.ts";
import { hiddenFrom } from "./delivery-scope.ts";
import { readEvidence } from "./evidence.ts";

export type DeliveryView = {
  readonly delivery: DeliverySummary;
  readonly attempts: readonly LoggedAttempt[];
  /** What took its place elsewhere, and whose place it took. */
  readonly redirections: readonly Redirection[];
  /** What the other side has confirmed or said. */
  readonly evidence: readonly Evidence[];
  /** The other side has accepted it and not answered in time: a person may stop waiting. */
  readonly isAnswerOverdue: boolean;
  /** Where it could go instead. */
  readonly others: readonly DestinationOverview[];
};

/** One delivery of the own authority with its log, and the opening in the audit log. Undefined for who may not read it, of others and when there is none. */
export async function viewDelivery(
  context: Context,
  deliveryId: string,
): Promise<DeliveryView | undefined> {
  const { tenantId, actor, now } = context;
  if (!actor.may("delivery.read")) return undefined;
  const hiddenSlugs = await hiddenFrom(context);
  const found = await context.transaction(async (db) => {
    const delivery = await findDeliverySummary(db, tenantId, {
      deliveryId,
      hiddenSlugs,
    });
    if (!delivery) return undefined;
    const destinations = await listOverviews(db, tenantId);
    const attempts = await listAttempts(db, tenantId, deliveryId);
    const redirections = await listRedirections(db, tenantId, deliveryId);
    await recordAudit(context, db, {
      action: "delivery.opened",
      subject: { kind: "delivery", id: deliveryId },
    });
    const { state, answerDueAt } = delivery;
    return {
      delivery,
      attempts,
      redirections,
      isAnswerOverdue:
        state === "accepted" && answerDueAt !== undefined && answerDueAt < now,
      others: destinations.filter(
        ({ name, condition }) =>
          name !== delivery.destinationName && condition !== "off",
      ),
    };
  });
  return (
    found && { ...found, evidence: await readEvidence(context, deliveryId) }
  );
}
