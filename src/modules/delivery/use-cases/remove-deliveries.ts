import type { RemoveKept } from "../../retention/index.ts";
import { deleteDeliveries } from "../store/removal-store.ts";

/** Takes away what was noted of handing a submission over; what a back-office system got is its own. */
export const removeDeliveries: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  const ids = await deleteDeliveries(db, tenantId, submissionId);
  return { counts: { deliveries: ids.length }, fileIds: [], ids };
};
