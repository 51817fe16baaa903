import type { Context } from "../../../platform/context/context.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import { setDraftOwner } from "../store/draft-store.ts";
import type { Draft } from "../domain/draft.ts";

/**
 * Takes a guest's draft into the account of the caller, or to whom they act for. From then on it opens only in their sessions, private links
 * too. The draft is the permission (see openDraft). A second time it changes nothing.
 */
export async function ownDraft(context: Context, draft: Draft): Promise<void> {
  const { actor, tenantId } = context;
  if (actor.ownerId === undefined || draft.isOwned || draft.correction) return;
  const owner = {
    ownerId: actor.ownerId,
    accountId: actor.id,
    leistungTitle:
      (await findLeistungHead(context, draft.leistungSlug))?.title ??
      draft.definition.title,
  };
  await context.transaction((db) =>
    setDraftOwner(db, tenantId, { draftId: draft.id, owner }),
  );
}
