import type { FileStore } from "../../../platform/files/file-store.ts";
import type { PortalKeeper } from "../../accounts/index.ts";
import { listUnsentOfOwner, moveOwner } from "../store/owner-store.ts";
import { exportForAccount } from "./export-for-account.ts";
import { removeDraft } from "./remove-expired-drafts.ts";

/**
 * What a portal keeps for an account: drafts go with it, what was sent stays with the authority. After a merge both belong to the account
 * that stays. Each may run twice.
 */
export function keptForAccount(files: FileStore): PortalKeeper {
  return {
    exportOf: (context, accountId) =>
      exportForAccount(context, files, accountId),
    moveTo: (context, accounts) =>
      context.transaction((db) => moveOwner(db, context.tenantId, accounts)),
    remove: async (context, accountId) => {
      const drafts = await context.transaction((db) =>
        listUnsentOfOwner(db, context.tenantId, accountId),
      );
      for (const draftId of drafts) await removeDraft(context, files, draftId);
    },
  };
}
