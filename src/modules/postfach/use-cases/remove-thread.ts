import type { RemoveKept } from "../../retention/index.ts";
import { deleteThread } from "../store/removal-store.ts";

/** Takes away what was written about a submission in both directions, with its documents and what the office had to do for it. */
export const removeThread: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  const removed = await deleteThread(db, tenantId, submissionId);
  const { messageIds, fileIds } = removed;
  return {
    counts: { messages: messageIds.length, documents: fileIds.length },
    fileIds,
    ids: messageIds,
  };
};
