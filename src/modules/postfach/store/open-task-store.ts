import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { joinThread, threadOfMessage } from "./thread-by-key.ts";

/** What the office has to do because the Postfach or an e-mail did not reach somebody. */
export type OpenTask = {
  readonly kind: "paper" | "contact";
  readonly submissionId: string;
};

/** More are not counted one by one. */
const mostCounted = 1000;

/** Bescheide that have to go by post, and people whom notices do not reach. */
export async function listOpenTasks(
  db: Db,
  tenantId: string,
): Promise<readonly OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    with task as materialized (
      select 'contact' as kind, thread_id from postfach.contact_task
      where tenant_id = ${tenantId}::uuid and done_at is null
      union all
      select 'paper', ${threadOfMessage(tenantId, sql`paper.message_id`)} from postfach.office_task as paper
      where paper.tenant_id = ${tenantId}::uuid and paper.done_at is null
      limit ${sql.lit(mostCounted)}
    )
    select task.kind, thread.submission_id as "submissionId"
    from task ${joinThread(tenantId, sql`task.thread_id`)}
  `.execute(db);
  return rows;
}
