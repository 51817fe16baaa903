import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

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
    select task.kind, thread.submission_id as "submissionId"
    from (
      select 'contact' as kind, thread_id from postfach.contact_task
      where tenant_id = ${tenantId}::uuid and done_at is null
      union all
      select 'paper', message.thread_id from postfach.office_task as paper
      join postfach.message on message.tenant_id = paper.tenant_id and message.id = paper.message_id
      where paper.tenant_id = ${tenantId}::uuid and paper.done_at is null
    ) as task
    join postfach.thread on thread.tenant_id = ${tenantId}::uuid and thread.id = task.thread_id
    limit ${sql.lit(mostCounted)}
  `.execute(db);
  return rows;
}
