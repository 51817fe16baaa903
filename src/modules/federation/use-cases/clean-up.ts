import type { Context } from "../../../platform/context/context.ts";
import { deleteExpired } from "../store/expiry-store.ts";

/** Removes what has ended: attempts, replay marks, ties to sessions. */
export async function cleanUp(context: Context): Promise<void> {
  await context.transaction((db) =>
    deleteExpired(db, context.tenantId, context.now),
  );
}
