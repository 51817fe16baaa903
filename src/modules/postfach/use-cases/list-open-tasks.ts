import type { Context } from "../../../platform/context/context.ts";
import { listOpenTasks as readOpenTasks } from "../store/open-task-store.ts";

/** What is open of post to be sent and people to be reached, by submission; nothing without the permission. */
export async function listOpenTasks(
  context: Context,
): ReturnType<typeof readOpenTasks> {
  if (!context.actor.may("vorgang.edit")) return [];
  return context.read((db) => readOpenTasks(db, context.tenantId));
}
