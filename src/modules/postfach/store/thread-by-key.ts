import { sql, type RawBuilder } from "kysely";

/**
 * Joins the thread with this id under the name `thread`. Rows of threads are to be seen by tenant or by owner, from which the planner takes
 * those of a tenant for one: it would read all of them, and what they are joined with for each. The limit leaves it the look by the key only.
 */
export function joinThread(
  tenantId: string,
  threadId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`cross join lateral (
    select submission_id, title, reference, acting_account_id from postfach.thread
    where tenant_id = ${tenantId}::uuid and id = ${threadId} limit 1
  ) as thread`;
}

/** Id of the thread a message is in, by the message's key. */
export function threadOfMessage(
  tenantId: string,
  messageId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(select thread_id from postfach.message where tenant_id = ${tenantId}::uuid and id = ${messageId} limit 1)`;
}
