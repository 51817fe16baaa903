import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { listKnownFiles } from "../store/upload-store.ts";

/** Removes those of the files just received or dropped that no draft has (any more): nobody could find them again. */
export async function removeUntakenFiles(
  context: Context,
  files: FileStore,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const taken = new Set(
    await context.transaction((db) =>
      listKnownFiles(db, context.tenantId, fileIds),
    ),
  );
  for (const fileId of fileIds) {
    if (!taken.has(fileId))
      await files.remove({ tenantId: context.tenantId, fileId });
  }
}
