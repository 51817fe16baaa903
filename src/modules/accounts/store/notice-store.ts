import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

export async function insertNotice(
  db: Db,
  tenantId: string,
  notice: {
    readonly id: string;
    readonly accountId: string;
    readonly news: string;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.notice")
    .values({
      tenant_id: tenantId,
      id: notice.id,
      account_id: notice.accountId,
      news: notice.news,
      created_at: notice.now,
    })
    .execute();
}

/** The latest first, and of many the latest. */
export function listNotices(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<{ news: string; created_at: Date }[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.notice")
    .select(["news", "created_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}

export async function deleteNotices(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.notice")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}
