import type { Context } from "../../../platform/context/context.ts";
import {
  FileStoreError,
  type FileStore,
} from "../../../platform/files/file-store.ts";
import { listKnownFiles } from "../store/upload-store.ts";

/** Copies files into the store of another authority, encrypted with its key. Those of an earlier try are there already. */
export async function copyFiles(
  context: Context,
  there: Context,
  {
    fileIds,
    files,
  }: { readonly fileIds: readonly string[]; readonly files: FileStore },
): Promise<void> {
  const known = await there.transaction((db) =>
    listKnownFiles(db, there.tenantId, fileIds),
  );
  for (const fileId of fileIds.filter((id) => !known.includes(id))) {
    const { tenantId } = context;
    const body = await files.open({ tenantId, fileId }, context.cipher);
    try {
      const target = { tenantId: there.tenantId, fileId };
      await files.put(body, target, there.cipher);
    } catch (error) {
      body.destroy();
      if (!(error instanceof FileStoreError && error.code === "exists"))
        throw error;
    }
  }
}
