import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Queue } from "../domain/queue.ts";

type QueueRow = { issued: string; called: string };

const queueOf = ({ issued, called }: QueueRow): Queue => ({
  issued: Number(issued),
  called: Number(called),
});

/** Which queue: of one Leistung of a tenant. */
export type QueueKey = {
  readonly tenantId: string;
  readonly leistungSlug: string;
};

/** The queue, made where there is none, and nobody else's until the transaction ends. */
export async function lockQueue(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  now: Date,
): Promise<Queue> {
  const { rows } = await sql<QueueRow>`
    insert into admission.queue (tenant_id, leistung_slug, looked_at) values (${tenantId}, ${leistungSlug}, ${now})
    on conflict (tenant_id, leistung_slug) do update set looked_at = excluded.looked_at
    returning issued, called
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error("admission: there is no queue");
  return queueOf(row);
}

/** The same for one of all who look, once a second over all processes; undefined for the others. */
export async function claimLook(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  { now, before }: { readonly now: Date; readonly before: Date },
): Promise<Queue | undefined> {
  const { rows } = await sql<QueueRow>`
    update admission.queue set looked_at = ${now}
    where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and looked_at < ${before}
    returning issued, called
  `.execute(db);
  return rows[0] && queueOf(rows[0]);
}

export async function findQueue(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
): Promise<Queue | undefined> {
  const { rows } = await sql<QueueRow>`
    select issued, called from admission.queue where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug}
  `.execute(db);
  return rows[0] && queueOf(rows[0]);
}

/** Writes where a locked queue stands now, and who was called just now; what is older than a day goes. */
export async function saveQueue(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  change: { readonly before: Queue; readonly after: Queue; readonly now: Date },
): Promise<void> {
  const { before, after, now } = change;
  await sql`
    with queue as (
      update admission.queue set issued = ${after.issued}, called = ${after.called}
      where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug}
    ), old_call as (
      delete from admission.call
      where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and called_at < ${now}::timestamptz - interval '1 day'
    ), old_entry as (
      delete from admission.entry
      where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and entered_at < ${now}::timestamptz - interval '1 day'
    )
    insert into admission.call (tenant_id, leistung_slug, first_number, last_number, called_at)
    select ${tenantId}, ${leistungSlug}, ${before.called + 1}, ${after.called}, ${now}
    where ${after.called}::bigint > ${before.called}::bigint
  `.execute(db);
}

/** How many were called since a moment, and how many of these have not begun. */
export async function countCalled(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  since: Date,
): Promise<{ readonly called: number; readonly notBegun: number }> {
  const { rows } = await sql<{ called: number; begun: number }>`
    with lately as (
      select first_number, last_number from admission.call
      where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and called_at > ${since}
    )
    select coalesce((select sum(last_number - first_number + 1) from lately), 0)::int as called,
      (select count(*) from lately join admission.entry on number between first_number and last_number
       where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug})::int as begun
  `.execute(db);
  const { called = 0, begun = 0 } = rows[0] ?? {};
  return { called, notBegun: called - begun };
}

/** Numbers that were used since a moment. */
export async function countEntries(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from admission.entry
    where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and entered_at > ${since}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** When a number was called, and whether it was used; undefined: not called within the last day. */
export async function findCall(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  number: number,
): Promise<{ readonly calledAt: Date; readonly isUsed: boolean } | undefined> {
  const { rows } = await sql<{ called_at: Date; is_used: boolean }>`
    select called_at, exists (
      select from admission.entry
      where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and number = ${number}
    ) as is_used
    from admission.call
    where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and first_number <= ${number} and last_number >= ${number}
    order by first_number desc limit 1
  `.execute(db);
  const [row] = rows;
  return row && { calledAt: row.called_at, isUsed: row.is_used };
}

/** Uses a number. */
export async function insertEntry(
  db: Db,
  { tenantId, leistungSlug }: QueueKey,
  { number, now }: { readonly number: number; readonly now: Date },
): Promise<void> {
  await sql`
    insert into admission.entry (tenant_id, leistung_slug, number, entered_at)
    values (${tenantId}, ${leistungSlug}, ${number}, ${now})
  `.execute(db);
}
