import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { RemoveKept } from "../../retention/index.ts";
import { deleteRequest, deleteVorgang } from "../store/removal-store.ts";

/** Takes a Vorgang away with its history, notes, opinions and search words, and what lies with other authorities because of it. */
export const removeVorgang: RemoveKept = async (
  { tenantId: own },
  db,
  { vorgangId },
) => {
  const { events, notes, searchWords, opinions, fileIds } = await deleteVorgang(
    db,
    own,
    vorgangId,
  );
  for (const { id, askedTenantId: other } of opinions)
    await asTenant(db, { own, other }, () => deleteRequest(db, other, id));
  return {
    counts: {
      events,
      notes,
      searchWords,
      opinions: opinions.length,
      opinionFiles: fileIds.length,
    },
    fileIds,
    ids: opinions.map(({ id }) => id),
  };
};
