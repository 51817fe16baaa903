import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  deleteFileRemovals,
  listFileRemovals,
} from "../store/removal-store.ts";

const batch = 200;

/** Removes the files of what was deleted from the store. May run any number of times, and go on where another was killed. */
export async function removeFiles(
  context: Context,
  files: FileStore,
): Promise<void> {
  const { tenantId } = context;
  let fileIds: readonly string[];
  do {
    fileIds = await context.transaction((db) =>
      listFileRemovals(db, tenantId, batch),
    );
    for (const fileId of fileIds) await files.remove({ tenantId, fileId });
    const removed = fileIds;
    await context.transaction((db) =>
      deleteFileRemovals(db, tenantId, removed),
    );
  } while (fileIds.length === batch);
}
