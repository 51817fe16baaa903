import type { Context } from "../../../platform/context/context.ts";
import { listKnownDocuments } from "../store/document-store.ts";

/** Which of these files of the context's tenant lie in its Postfach, sent or in a draft: nobody may take them for forgotten. */
export function listFilesInPostfach(
  context: Context,
  fileIds: readonly string[],
): Promise<readonly string[]> {
  return context.transaction((db) =>
    listKnownDocuments(db, context.tenantId, fileIds),
  );
}
