import type { RemoveKept } from "../../retention/index.ts";
import { deleteSubmission } from "../store/removal-store.ts";

/** Takes away what was sent, with corrections, uploads, the applicant's marks and the drafts it came from. */
export const removeSubmission: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  const removed = await deleteSubmission(db, tenantId, submissionId);
  if (!removed) return { counts: {}, fileIds: [], ids: [] };
  const { ownerId, actingAccountId, corrections, fileIds } = removed;
  return {
    counts: { submissions: 1, corrections, uploads: fileIds.length },
    fileIds,
    ids: removed.draftIds,
    applicant: {
      statusKeyHash: removed.statusKeyHash,
      owner:
        ownerId === null || actingAccountId === null
          ? undefined
          : { ownerId, actingAccountId },
    },
  };
};
