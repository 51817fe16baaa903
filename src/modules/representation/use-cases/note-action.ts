import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import type { ActionDetails, ActionKind } from "../domain/action.ts";
import { purposes } from "../domain/purposes.ts";
import { insertAction } from "../store/action-store.ts";
import { seal } from "./sealed.ts";

/** Something that was done on behalf of a party. */
export type NewAction = {
  /** Chosen by the caller, such as the id of the submission. */
  readonly id: string;
  readonly partyId: string;
  /** Who did it. */
  readonly accountId: string;
  readonly kind: ActionKind;
  readonly details: ActionDetails;
};

/** Writes down what was done on behalf of somebody, for both sides to see. Idempotent by `id`. The context is one of accounts. */
export async function noteAction(
  context: Context,
  action: NewAction,
): Promise<void> {
  if (!isId(action.id)) throw new TypeError("noteAction: id must be a UUID");
  const details = await seal(
    context,
    purposes.action(action.id),
    action.details,
  );
  await context.transaction((db) =>
    insertAction(db, context.tenantId, {
      ...action,
      details,
      at: context.now,
    }),
  );
}
