import type { RemoveKept } from "../../retention/index.ts";
import { deleteArrivals } from "../store/arrival-store.ts";

/** Takes away what was noted of how a submission came in, with the proof of its acceptance. */
export const removeArrivals: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  const ids = await deleteArrivals(db, tenantId, submissionId);
  return { counts: { arrivals: ids.length }, fileIds: [], ids };
};
