import type { Context } from "../../../platform/context/context.ts";
import {
  countDraftsByVersion,
  type DraftCount,
} from "../store/draft-count-store.ts";

/** Drafts of the tenant that may still be sent, by the form version they were begun with. */
export async function countOpenDrafts(
  context: Context,
): Promise<readonly DraftCount[]> {
  return context.transaction((db) =>
    countDraftsByVersion(db, context.tenantId, context.now),
  );
}
