import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { deleteReadMarks } from "../store/queue-store.ts";

/** Something about a submission needs a look although nobody wrote: its Vorgang is unread for all, in the caller's transaction. */
export function markUnreadOfSubmission(
  { tenantId }: Context,
  db: Db,
  submissionId: string,
): Promise<void> {
  return deleteReadMarks(db, tenantId, submissionId);
}
