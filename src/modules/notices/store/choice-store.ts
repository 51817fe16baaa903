import type { Db } from "../../../platform/database/database.ts";
import type { Topic, Way } from "../domain/choice.ts";
import type { NoticesTables } from "./tables.ts";

export function listChoices(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<{ topic: Topic; email: Way }[]> {
  return db
    .$extendTables<NoticesTables>()
    .selectFrom("notices.choice")
    .select(["topic", "email"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}

export async function saveChoice(
  db: Db,
  tenantId: string,
  choice: {
    readonly accountId: string;
    readonly topic: Topic;
    readonly email: Way;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .$extendTables<NoticesTables>()
    .insertInto("notices.choice")
    .values({
      tenant_id: tenantId,
      account_id: choice.accountId,
      topic: choice.topic,
      email: choice.email,
      changed_at: choice.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "account_id", "topic"])
        .doUpdateSet({ email: choice.email, changed_at: choice.at }),
    )
    .execute();
}

/** All that is kept for an account. */
export async function deleteOfAccount(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  for (const table of [
    "notices.choice",
    "notices.phone",
    "notices.sms",
  ] as const)
    await db
      .$extendTables<NoticesTables>()
      .deleteFrom(table)
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .execute();
}
