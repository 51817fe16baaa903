import type { Context } from "../../../platform/context/context.ts";
import type { Evidence } from "../domain/read-back.ts";
import {
  listDeliveriesOf,
  type DeliverySummary,
} from "../store/delivery-store.ts";
import { readEvidence } from "./evidence.ts";

export type DeliveryOfSubmission = {
  readonly delivery: DeliverySummary;
  /** What the other side said last, in its words. */
  readonly remarks: Evidence["remarks"];
};

/** Where a submission was handed over, the newest first. For who may read its Vorgang: the caller has checked that. */
export async function viewDeliveriesOf(
  context: Context,
  submissionId: string,
): Promise<readonly DeliveryOfSubmission[]> {
  const deliveries = await context.transaction((db) =>
    listDeliveriesOf(db, context.tenantId, submissionId),
  );
  return Promise.all(
    deliveries.map(async (delivery) => {
      if (delivery.state !== "rejected") return { delivery, remarks: [] };
      const evidence = await readEvidence(context, delivery.deliveryId);
      // Several events can happen in one second: what was said counts, not what came last.
      const last = evidence.findLast(({ remarks }) => remarks.length > 0);
      return { delivery, remarks: last?.remarks ?? [] };
    }),
  );
}
