import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { QueueCounts, QueueCursor, QueueFilter } from "../domain/queue.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { countQueue, listQueue } from "../store/queue-store.ts";

const pageSize = 25;

export type QueuePage = {
  readonly entries: readonly QueueEntry[];
  readonly counts: QueueCounts;
  /** Where the next page begins; undefined on the last one. */
  readonly next: QueueCursor | undefined;
};

/**
 * One page of the queue of the caller's own authority. Holds no personal data beyond the reference, so looking at it is
 * not recorded; opening a Vorgang is.
 */
export async function listVorgaenge(
  context: Context,
  input: {
    readonly filter: QueueFilter;
    readonly after: QueueCursor | undefined;
  },
): Promise<Result<QueuePage, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const found = await listQueue(db, tenantId, {
      ...input,
      limit: pageSize + 1,
      staffId: actor.id,
    });
    const entries = found.slice(0, pageSize);
    return ok({
      entries,
      counts: await countQueue(db, tenantId),
      next: found.length > pageSize ? entries.at(-1) : undefined,
    });
  });
}
