import { sql, type Selectable } from "kysely";
import {
  addDays,
  startOfDay,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  canonicalContent,
  firstPreviousHash,
  type ChainPosition,
  type HashedContent,
} from "../domain/chain.ts";
import type { AuditEntry, AuditSubject } from "../domain/entry.ts";
import type { AuditTables } from "./tables.ts";

/**
 * Appends one entry in one statement. The head row is locked until the transaction ends, so entries of one tenant
 * are numbered without gaps; a rolled back transaction leaves no number behind.
 */
export async function appendEntry(
  db: Db,
  tenantId: string,
  content: HashedContent,
): Promise<void> {
  const hashed = canonicalContent(content);
  await sql`
    with head as (
      insert into audit.chain_head as head (tenant_id, seq, previous_hash, hash)
      values (
        ${tenantId}::uuid, 1, ${firstPreviousHash},
        sha256(${firstPreviousHash} || convert_to('1' || chr(10) || ${hashed}::text, 'UTF8'))
      )
      on conflict (tenant_id) do update set
        seq = head.seq + 1,
        previous_hash = head.hash,
        hash = sha256(head.hash || convert_to((head.seq + 1)::text || chr(10) || ${hashed}::text, 'UTF8'))
      returning seq, previous_hash, hash
    )
    insert into audit.entry (
      tenant_id, seq, at, actor_kind, actor_id, action, subject_kind, subject_id,
      details, correlation_id, previous_hash, hash
    )
    select
      ${tenantId}::uuid, seq, ${content.at}, ${content.actorKind}, ${content.actorId}, ${content.action},
      ${content.subjectKind}, ${content.subjectId}, ${JSON.stringify(content.details)}::jsonb,
      ${content.correlationId}, previous_hash, hash
    from head
  `.execute(db);
}

/** Entries after a number, in order. */
export async function listEntriesAfter(
  db: Db,
  tenantId: string,
  after: { seq: number; limit: number },
): Promise<AuditEntry[]> {
  const rows = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.entry")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("seq", ">", String(after.seq))
    .orderBy("seq")
    .limit(after.limit)
    .execute();
  return rows.map(entryOf);
}

export type EntryFilter = {
  /** Only older ones. */
  readonly before?: number | undefined;
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  /** One of these; undefined: whatever it is. */
  readonly subjects: readonly AuditSubject[] | undefined;
  readonly from?: CalendarDay | undefined;
  readonly until?: CalendarDay | undefined;
  readonly limit: number;
};

/** The newest entries first. */
export async function listNewestEntries(
  db: Db,
  tenantId: string,
  filter: EntryFilter,
): Promise<AuditEntry[]> {
  const { before, actorId, action, subjects } = filter;
  if (subjects?.length === 0) return [];
  let query = db
    .$extendTables<AuditTables>()
    .selectFrom("audit.entry")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where(withinDays(tenantId, filter));
  if (before !== undefined) query = query.where("seq", "<", String(before));
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (action !== undefined) query = query.where("action", "=", action);
  if (subjects)
    query = query
      .where("subject_kind", "in", [...new Set(subjects.map((it) => it.kind))])
      .where("subject_id", "in", [...new Set(subjects.map((it) => it.id))]);
  const rows = await query.orderBy("seq", "desc").limit(filter.limit).execute();
  return rows.map(entryOf);
}

/**
 * Entries are numbered when they are written and carry the time of their request or job, so time follows the number but for the length of
 * one: what is a day older or younger ends the search, and an old week is read without all that came after it.
 */
function withinDays(
  tenantId: string,
  { from, until }: Pick<EntryFilter, "from" | "until">,
) {
  const conditions = [sql<boolean>`true`];
  if (from !== undefined)
    conditions.push(sql<boolean>`at >= ${startOfDay(from)} and seq > coalesce((
      select seq from audit.entry where tenant_id = ${tenantId} and at < ${startOfDay(addDays(from, -1))} order by at desc limit 1
    ), 0)`);
  if (until !== undefined)
    conditions.push(sql<boolean>`at < ${startOfDay(addDays(until, 1))} and seq < coalesce((
      select seq from audit.entry where tenant_id = ${tenantId} and at >= ${startOfDay(addDays(until, 2))} order by at limit 1
    ), ${maxSeq})`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Greatest `bigint`: no number is beyond it. */
const maxSeq = "9223372036854775807";

/** What members of staff did to one thing, the newest first; by the index on the subject. */
export async function listStaffEntries(
  db: Db,
  tenantId: string,
  {
    subject,
    actions,
    limit,
  }: {
    readonly subject: AuditSubject;
    readonly actions: readonly string[];
    readonly limit: number;
  },
): Promise<AuditEntry[]> {
  const rows = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.entry")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("actor_kind", "=", "staff")
    .where("action", "in", [...actions])
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** The last entry that was ever written, or undefined before the first. */
export async function findChainHead(
  db: Db,
  tenantId: string,
): Promise<ChainPosition | undefined> {
  const row = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.chain_head")
    .select(["seq", "hash"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return row && { seq: Number(row.seq), hash: row.hash };
}

function entryOf(row: Selectable<AuditTables["audit.entry"]>): AuditEntry {
  return {
    seq: Number(row.seq),
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: isRecord(row.details) ? row.details : {},
    correlationId: row.correlation_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
