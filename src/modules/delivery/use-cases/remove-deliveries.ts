import type { ListUnderway, RemoveKept } from "../../retention/index.ts";
import { deleteDeliveries, listUnanswered } from "../store/removal-store.ts";

/**
 * Submissions that some destination has not taken over yet, or has and not confirmed: until it answers, the copy here may be the only one,
 * and the answer must find its delivery.
 */
const listUnderway: ListUnderway = ({ tenantId }, db, submissionIds) =>
  listUnanswered(db, tenantId, submissionIds);

/** Takes away what was noted of handing a submission over; what a back-office system got is its own. */
export const removeDeliveries: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  const ids = await deleteDeliveries(db, tenantId, submissionId);
  return { counts: { deliveries: ids.length }, fileIds: [], ids };
};

/** What retention knows of deliveries: what still waits for an answer, and how all of it is taken away. */
export const deliveriesInRetention = {
  listUnderway,
  remove: removeDeliveries,
} as const;
