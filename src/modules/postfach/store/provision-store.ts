import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Land } from "../../../platform/calendar/land.ts";
import type { Bescheid, Consent, PaperReason } from "../domain/provision.ts";
import { joinThread, threadOfMessage } from "./thread-by-key.ts";

export async function insertProvision(
  db: Db,
  tenantId: string,
  {
    messageId,
    consent,
    bescheid,
  }: {
    readonly messageId: string;
    readonly consent: Consent;
    readonly bescheid: Bescheid;
  },
): Promise<void> {
  await sql`
    insert into postfach.provision (tenant_id, message_id, consent, land, law, has_legal_remedy_text)
    values (${tenantId}::uuid, ${messageId}::uuid, ${consent}, ${bescheid.land}, ${bescheid.law}, ${bescheid.hasLegalRemedyText})
  `.execute(db);
}

/** Asks the office to send a Bescheid by post. One task for one Bescheid. */
export async function insertPaperTask(
  db: Db,
  tenantId: string,
  task: {
    readonly id: string;
    readonly messageId: string;
    readonly reason: PaperReason;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into postfach.office_task (tenant_id, id, message_id, reason, created_at)
    values (${tenantId}::uuid, ${task.id}::uuid, ${task.messageId}::uuid, ${task.reason}, ${task.at})
    on conflict (tenant_id, message_id) do nothing
  `.execute(db);
}

export type StoredProvision = {
  message_id: string;
  consent: Consent;
  land: Land;
  law: "general" | "taxes";
  has_legal_remedy_text: boolean;
  reason: PaperReason | null;
  done_at: Date | null;
};

/** The Bescheide of a thread. */
export async function listProvisions(
  db: Db,
  tenantId: string,
  threadId: string,
): Promise<StoredProvision[]> {
  const { rows } = await sql<StoredProvision>`
    select provision.message_id, consent, land, law, has_legal_remedy_text, reason, done_at
    from postfach.provision
    join postfach.message on message.tenant_id = provision.tenant_id and message.id = provision.message_id
    left join postfach.office_task task on task.tenant_id = provision.tenant_id and task.message_id = provision.message_id
    where provision.tenant_id = ${tenantId}::uuid and message.thread_id = ${threadId}::uuid
  `.execute(db);
  return rows;
}

export type PaperTask = {
  id: string;
  message_id: string;
  reason: PaperReason;
  created_at: Date;
  title: string;
  reference: string;
};

/** What the office has to send by post, the oldest first. */
export async function listPaperTasks(
  db: Db,
  tenantId: string,
): Promise<PaperTask[]> {
  const { rows } = await sql<PaperTask>`
    with task as materialized (
      select id, message_id, reason, created_at from postfach.office_task
      where tenant_id = ${tenantId}::uuid and done_at is null
      order by created_at limit 200
    )
    select task.*, thread.title, thread.reference
    from task ${joinThread(tenantId, threadOfMessage(tenantId, sql`task.message_id`))}
    order by task.created_at
  `.execute(db);
  return rows;
}

/** Gives the message of the task if it was open. */
export async function finishPaperTask(
  db: Db,
  tenantId: string,
  done: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ message_id: string }>`
    update postfach.office_task set done_at = ${done.at}, done_by = ${done.by}::uuid
    where tenant_id = ${tenantId}::uuid and id = ${done.id}::uuid and done_at is null
    returning message_id
  `.execute(db);
  return rows[0]?.message_id;
}

/** What became of a notice; `later` waits for the daily summary. */
export type NoticeOutcome =
  | "sent"
  | "no-address"
  | "undeliverable"
  | "later"
  | "not-wished";

/** Notes that a message was told of, or that nobody could be; false when that was noted before. */
export async function insertNotice(
  db: Db,
  tenantId: string,
  notice: {
    readonly messageId: string;
    readonly at: Date;
    readonly outcome: NoticeOutcome;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into postfach.notice (tenant_id, message_id, at, outcome)
    values (${tenantId}::uuid, ${notice.messageId}::uuid, ${notice.at}, ${notice.outcome})
    on conflict (tenant_id, message_id) do nothing
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Bescheide that nobody has retrieved since before: those not reminded of, or those without a paper task. */
export async function listUnretrieved(
  db: Db,
  tenantId: string,
  {
    before,
    lacks,
  }: { readonly before: Date; readonly lacks: "reminder" | "paper" },
): Promise<readonly string[]> {
  const condition =
    lacks === "reminder"
      ? sql`provision.reminded_at is null`
      : sql`not exists (select 1 from postfach.office_task task where task.tenant_id = provision.tenant_id and task.message_id = provision.message_id)`;
  const { rows } = await sql<{ message_id: string }>`
    select provision.message_id from postfach.provision
    join postfach.message on message.tenant_id = provision.tenant_id and message.id = provision.message_id
    where provision.tenant_id = ${tenantId}::uuid and consent = 'deemed'
      and message.first_retrieved_at is null and message.at < ${before} and ${condition}
    order by message.at limit 100
  `.execute(db);
  return rows.map(({ message_id }) => message_id);
}

/** False when somebody else has just reminded. */
export async function markReminded(
  db: Db,
  tenantId: string,
  { messageId, at }: { readonly messageId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update postfach.provision set reminded_at = ${at}
    where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid and reminded_at is null
  `.execute(db);
  return numAffectedRows === 1n;
}

/** Whether a message is a Bescheid that counts by its provision. */
export async function isMadeKnownHere(
  db: Db,
  tenantId: string,
  messageId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from postfach.provision
    where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid and consent = 'deemed'
  `.execute(db);
  return rows.length > 0;
}
