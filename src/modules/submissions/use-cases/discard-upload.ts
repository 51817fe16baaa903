import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  deletePendingUpload,
  listExpiredUploads,
} from "../store/pending-upload-store.ts";

type Ports = { readonly files: FileStore };

const batch = 100;

/** Forgets an upload and removes what came of it; the caller has found it in the draft. Rows first, as when a draft is removed. */
export async function discardUpload(
  context: Context,
  { files }: Ports,
  uploadId: string,
): Promise<void> {
  const { tenantId } = context;
  const parts = await context.transaction((db) =>
    deletePendingUpload(db, tenantId, uploadId),
  );
  for (const fileId of parts) await files.remove({ tenantId, fileId });
}

/** Removes uploads past their term: what came of unfinished ones, and the notes on finished ones. Gives how many. */
export async function removeExpiredUploads(
  context: Context,
  ports: Ports,
): Promise<number> {
  const expired = await context.transaction((db) =>
    listExpiredUploads(db, context.tenantId, {
      now: context.now,
      limit: batch,
    }),
  );
  for (const uploadId of expired) await discardUpload(context, ports, uploadId);
  return expired.length;
}
