import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { joinThread, threadOfMessage } from "./thread-by-key.ts";

/** Messages that one person is told of together. */
export type WaitingNotices = { readonly messageIds: readonly string[] };

/** What waits for a summary, by person; without those who got one since `today` began. */
export async function listWaitingNotices(
  db: Db,
  tenantId: string,
  today: Date,
): Promise<readonly WaitingNotices[]> {
  const { rows } = await sql<{ ids: string[] }>`
    with waiting as materialized (
      select message_id, at from postfach.notice
      where tenant_id = ${tenantId}::uuid and outcome = 'later' and summed_up_at is null
    ), told as materialized (
      select thread.acting_account_id from postfach.notice as done
      ${joinThread(tenantId, threadOfMessage(tenantId, sql`done.message_id`))}
      where done.tenant_id = ${tenantId}::uuid and done.summed_up_at >= ${today}
    )
    select array_agg(waiting.message_id order by waiting.at) as ids
    from waiting ${joinThread(tenantId, threadOfMessage(tenantId, sql`waiting.message_id`))}
    where not exists (select from told where told.acting_account_id = thread.acting_account_id)
    group by thread.acting_account_id limit 500
  `.execute(db);
  return rows.map(({ ids }) => ({ messageIds: ids }));
}

/** Gives how many were not summed up before. */
export async function markSummedUp(
  db: Db,
  tenantId: string,
  summed: { readonly messageIds: readonly string[]; readonly at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update postfach.notice set summed_up_at = ${summed.at}
    where tenant_id = ${tenantId}::uuid and outcome = 'later' and summed_up_at is null
      and message_id = any(${[...summed.messageIds]}::uuid[])
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}
