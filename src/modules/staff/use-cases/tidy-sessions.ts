import type { Context } from "../../../platform/context/context.ts";
import { deleteOldSessions } from "../store/session-store.ts";

/** Removes sessions that have ended long since. They open nothing any more; this is about keeping no data without need. */
export async function tidySessions(context: Context): Promise<void> {
  await context.transaction((db) =>
    deleteOldSessions(db, context.tenantId, context.now),
  );
}
