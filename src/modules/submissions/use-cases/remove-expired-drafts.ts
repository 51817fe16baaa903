import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { deleteDraft, listExpiredDrafts } from "../store/draft-store.ts";
import { listUnsentUploads } from "../store/upload-store.ts";

const batch = 100;

/** Removes drafts past their term with the files nobody sent. May run any number of times. Gives how many were removed. */
export async function removeExpiredDrafts(
  context: Context,
  files: FileStore,
): Promise<number> {
  const expired = await context.transaction((db) =>
    listExpiredDrafts(db, context.tenantId, { now: context.now, limit: batch }),
  );
  for (const draftId of expired) await removeDraft(context, files, draftId);
  return expired.length;
}

/** Files first: a row without its file would be found again by the next run, a file without its row would not. */
export async function removeDraft(
  context: Context,
  files: FileStore,
  draftId: string,
): Promise<void> {
  const fileIds = await context.transaction((db) =>
    listUnsentUploads(db, context.tenantId, draftId),
  );
  for (const fileId of fileIds)
    await files.remove({ tenantId: context.tenantId, fileId });
  await context.transaction((db) => deleteDraft(db, context.tenantId, draftId));
}
