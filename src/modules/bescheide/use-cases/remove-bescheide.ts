import type { RemoveKept } from "../../retention/index.ts";
import { deleteBescheide } from "../store/removal-store.ts";

/** Takes away the Bescheide of a Vorgang, drafts and released ones, with their documents. */
export const removeBescheide: RemoveKept = async (
  { tenantId },
  db,
  { vorgangId },
) => {
  const { ids, fileIds } = await deleteBescheide(db, tenantId, vorgangId);
  return { counts: { bescheide: ids.length }, fileIds, ids };
};
