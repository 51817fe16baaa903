import type { Context } from "../../../platform/context/context.ts";
import { deleteExpiredInvitations } from "../store/invitation-store.ts";

/** Removes invitations that ended before, with the addresses they went to. */
export async function forgetInvitations(
  context: Context,
  before: Date,
): Promise<void> {
  await context.transaction((db) =>
    deleteExpiredInvitations(db, context.tenantId, before),
  );
}
