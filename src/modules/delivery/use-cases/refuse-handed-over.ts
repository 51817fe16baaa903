import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Evidence } from "../domain/read-back.ts";
import { findDestination } from "../store/destination-store.ts";
import { refuseRow, type HandedOver } from "../store/handed-over-store.ts";
import { keepEvidenceIn } from "./evidence.ts";
import type { FollowPorts } from "./follow-delivery.ts";

/**
 * The other side says that it does not take it, and why, in the caller's transaction: the delivery is rejected, a person's task, with the reason
 * kept encrypted beside it; applicant and office are told. False when it was rejected or settled otherwise before: nothing happens then.
 */
export async function refuseHandedOver(
  context: Context,
  db: Db,
  {
    handed,
    reason,
    onAnswer,
  }: Pick<FollowPorts, "onAnswer"> & {
    readonly handed: HandedOver;
    /** In the words of the other side. */
    readonly reason: string;
  },
): Promise<boolean> {
  const { tenantId, now } = context;
  const { deliveryId, submissionId, destinationId, isTest } = handed;
  if (!(await refuseRow(db, tenantId, { deliveryId, now }))) return false;
  const said: Evidence = {
    id: newId(),
    kind: "refused-by-back-office",
    occurredAt: now,
    content: reason,
    remarks: [reason],
  };
  await keepEvidenceIn(context, db, { deliveryId, evidence: [said] });
  if (isTest) return true;
  const destination = await findDestination(db, tenantId, destinationId);
  await onAnswer(context, db, {
    submissionId,
    deliveryId,
    destinationName: destination?.name ?? "",
    kind: "rejected",
  });
  return true;
}
