import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { joinThread } from "./thread-by-key.ts";

/** Asks the office to reach a person otherwise; false when it was asked before and has not done it yet. */
export async function insertContactTask(
  db: Db,
  tenantId: string,
  task: {
    readonly id: string;
    readonly threadId: string;
    readonly fault: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into postfach.contact_task (tenant_id, id, thread_id, fault, created_at)
    values (${tenantId}::uuid, ${task.id}::uuid, ${task.threadId}::uuid, ${task.fault}, ${task.at})
    on conflict (tenant_id, thread_id) where done_at is null do nothing
  `.execute(db);
  return numAffectedRows === 1n;
}

export type ContactTask = {
  id: string;
  fault: string;
  created_at: Date;
  title: string;
  reference: string;
};

/** Whom the office has to reach otherwise, the oldest first; about one submission, or all. */
export async function listContactTasks(
  db: Db,
  tenantId: string,
  submissionId?: string,
): Promise<ContactTask[]> {
  const { rows } = await sql<ContactTask>`
    select task.id, task.fault, task.created_at, thread.title, thread.reference
    from postfach.contact_task task
    ${joinThread(tenantId, sql`task.thread_id`)}
    where task.tenant_id = ${tenantId}::uuid and task.done_at is null
      and (${submissionId ?? null}::uuid is null or thread.submission_id = ${submissionId ?? null}::uuid)
    order by task.created_at limit 200
  `.execute(db);
  return rows;
}

/** Gives the thread of the task if it was open. */
export async function finishContactTask(
  db: Db,
  tenantId: string,
  done: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ thread_id: string }>`
    update postfach.contact_task set done_at = ${done.at}, done_by = ${done.by}::uuid
    where tenant_id = ${tenantId}::uuid and id = ${done.id}::uuid and done_at is null
    returning thread_id
  `.execute(db);
  return rows[0]?.thread_id;
}
