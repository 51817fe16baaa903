import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { deleteDraft } from "../store/delete-draft.ts";
import { deleteExpiredMovedKeys } from "../store/move-store.ts";
import { listExpiredDrafts } from "../store/draft-store.ts";

const batch = 100;

/** Removes drafts past their term with the files nobody sent, and where those led that went to another authority. May run any number of times. Gives how many were removed. */
export async function removeExpiredDrafts(
  context: Context,
  files: FileStore,
): Promise<number> {
  const expired = await context.transaction((db) =>
    listExpiredDrafts(db, context.tenantId, { now: context.now, limit: batch }),
  );
  for (const draftId of expired) await removeDraft(context, files, draftId);
  await context.transaction((db) =>
    deleteExpiredMovedKeys(db, context.tenantId, context.now),
  );
  return expired.length;
}

/**
 * Removes a draft that was not sent, or whose term is over; false when neither is so (any more). Rows first: whoever sends the draft at
 * the same moment keeps its files. A crash in between leaves files that no row knows, and removeForgottenFiles finds those.
 */
export async function removeDraft(
  context: Context,
  files: FileStore,
  draftId: string,
): Promise<boolean> {
  const { tenantId, now } = context;
  const unsent = await context.transaction((db) =>
    deleteDraft(db, tenantId, { draftId, now }),
  );
  for (const fileId of unsent ?? []) await files.remove({ tenantId, fileId });
  return unsent !== undefined;
}
