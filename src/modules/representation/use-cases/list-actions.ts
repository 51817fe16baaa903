import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { findContacts } from "../../accounts/index.ts";
import type { ActionDetails, ActionKind } from "../domain/action.ts";
import { purposes } from "../domain/purposes.ts";
import { listActions as listStored } from "../store/action-store.ts";
import { openAction } from "./sealed.ts";

/** As both sides see it. */
export type ShownAction = ActionDetails & {
  readonly at: Date;
  readonly kind: ActionKind;
  /** Name of who did it; undefined when the account was deleted. */
  readonly by: string | undefined;
};

const shownAtOnce = 50;

/** The latest things done for a party, by everybody or by one account. Whoever calls has checked that they may be shown. */
export async function listActions(
  context: Context,
  db: Db,
  found: { readonly partyId: string; readonly accountId?: string | undefined },
): Promise<readonly ShownAction[]> {
  const actions = await listStored(db, context.tenantId, {
    ...found,
    limit: shownAtOnce,
  });
  const contacts = await findContacts(context, db, [
    ...new Set(actions.map(({ account_id }) => account_id)),
  ]);
  return Promise.all(
    actions.map(async ({ id, kind, at, account_id, details }) => ({
      ...(await openAction(context, purposes.action(id), details)),
      kind,
      at,
      by: contacts.get(account_id)?.displayName,
    })),
  );
}
