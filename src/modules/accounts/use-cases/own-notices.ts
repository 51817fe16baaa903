import type { Context } from "../../../platform/context/context.ts";
import { keptNews, type KeptNews } from "../domain/account-news.ts";
import { deleteNotices, listNotices } from "../store/notice-store.ts";
import { ownAccountOf } from "./own-account.ts";

export type OwnNotice = { readonly news: KeptNews; readonly at: Date };

/** What happened to the own account while no address let us write about it, the latest first. */
export async function readOwnNotices(
  context: Context,
): Promise<readonly OwnNotice[]> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return [];
  const stored = await context.read((db) =>
    listNotices(db, context.tenantId, accountId),
  );
  return stored.flatMap(({ news: name, created_at: at }) => {
    const news = keptNews.find((it) => it === name);
    return news === undefined ? [] : [{ news, at }];
  });
}

/** They were read, and go. */
export async function clearOwnNotices(context: Context): Promise<void> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return;
  await context.transaction((db) =>
    deleteNotices(db, context.tenantId, accountId),
  );
}
