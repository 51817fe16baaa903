import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Messages that one person is told of together. */
export type WaitingNotices = { readonly messageIds: readonly string[] };

/** What waits for a summary, by person; without those who got one since `today` began. */
export async function listWaitingNotices(
  db: Db,
  tenantId: string,
  today: Date,
): Promise<readonly WaitingNotices[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select array_agg(notice.message_id order by notice.at) as ids
    from postfach.notice
    join postfach.message on message.tenant_id = notice.tenant_id and message.id = notice.message_id
    join postfach.thread on thread.tenant_id = message.tenant_id and thread.id = message.thread_id
    where notice.tenant_id = ${tenantId}::uuid and notice.outcome = 'later' and notice.summed_up_at is null
      and not exists (
        select from postfach.notice done
        join postfach.message told on told.tenant_id = done.tenant_id and told.id = done.message_id
        join postfach.thread its on its.tenant_id = told.tenant_id and its.id = told.thread_id
        where done.tenant_id = notice.tenant_id and done.summed_up_at >= ${today}
          and its.acting_account_id = thread.acting_account_id
      )
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
