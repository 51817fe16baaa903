import type { Context } from "../../../platform/context/context.ts";
import type { QueueView } from "../domain/queue.ts";
import { countNews, findLastChange } from "../use-cases/count-news.ts";

type Followed = { readonly list: QueueView; readonly since: Date };

type Follower = Followed & {
  readonly context: Context;
  readonly tell: (count: number) => void;
  told: number;
};

export type LiveQueue = {
  /** Tells how much has become new in a list whenever that changes; returns how to stop. */
  follow(
    context: Context,
    followed: Followed,
    tell: (count: number) => void,
  ): () => void;
};

/**
 * Follows lists with one timer for the process, which runs only while somebody looks. It asks each authority one question (when did something
 * change?), and more only after a change. LISTEN would tell at once, but not through a pooler that lends connections by the transaction.
 */
export function createLiveQueue({
  everyMs,
}: {
  readonly everyMs: number;
}): LiveQueue {
  const followers = new Set<Follower>();
  const seen = new Map<string, number>();
  const lookAround = async (): Promise<void> => {
    const byTenant = Map.groupBy(followers, ({ context }) => context.tenantId);
    for (const [tenantId, group] of byTenant)
      // The database may be away for a moment; the next round asks again.
      await lookAt(tenantId, group, seen).catch(() => undefined);
    for (const tenantId of seen.keys())
      if (!byTenant.has(tenantId)) seen.delete(tenantId);
  };
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = setTimeout(() => {
      void lookAround().then(() => {
        if (followers.size > 0) next();
        else timer = undefined;
      });
    }, everyMs);
    timer.unref();
  };
  return {
    follow: (context, followed, tell) => {
      const follower: Follower = { ...followed, context, tell, told: 0 };
      followers.add(follower);
      // Whoever begins now may have missed a change that others have been told of.
      seen.delete(context.tenantId);
      if (timer === undefined) next();
      return () => {
        followers.delete(follower);
      };
    },
  };
}

async function lookAt(
  tenantId: string,
  group: readonly Follower[],
  seen: Map<string, number>,
): Promise<void> {
  const [first] = group;
  if (!first) return;
  const changedAt = (await findLastChange(first.context))?.getTime() ?? 0;
  if (seen.get(tenantId) === changedAt) return;
  seen.set(tenantId, changedAt);
  for (const follower of group) {
    const count = await countNews(follower.context, follower);
    if (count === follower.told) continue;
    follower.told = count;
    follower.tell(count);
  }
}
