import type { Context } from "../../../platform/context/context.ts";
import type { QueueView } from "../domain/queue.ts";
import { countLists } from "../store/queue-counts.ts";
import { lastChange } from "../store/queue-store.ts";
import { viewCountedAtMost } from "./list-vorgaenge.ts";
import { queueScope, readQueueGround } from "./queue-scope.ts";

/** When something last changed in the caller's authority, for whether it is worth asking more. */
export function findLastChange(context: Context): Promise<Date | undefined> {
  return context.read((db) => lastChange(db, context.tenantId));
}

/**
 * How much of a list has come or changed since a moment and is unread for the caller: what they did themselves is not new to them. Sees what
 * they may see now, not when they began to look.
 */
export async function countNews(
  context: Context,
  { list, since }: { readonly list: QueueView; readonly since: Date },
): Promise<number> {
  const { tenantId } = context;
  const ground = await readQueueGround(context);
  const narrowing = { ...list.narrowing, isUnread: true };
  const scope = await queueScope(context, narrowing, ground);
  const lists = [
    { filter: list.filter, scope: { ...scope, changedSince: since } },
  ];
  const [count = 0] = await context.read((db) =>
    countLists(db, tenantId, { lists, atMost: viewCountedAtMost }),
  );
  return count;
}
