import { sql, type RawBuilder, type Selectable } from "kysely";
import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  noDay,
  orderOf,
  type QueueCursor,
  type QueueOrder,
  type QueueView,
} from "../domain/queue.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import {
  isFew,
  isIn,
  partsOf,
  seenBy,
  sourceOf,
  statesOf,
  type QueuePart,
  type QueueScope,
} from "./queue-conditions.ts";
import { isInSome } from "./queue-counts.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

export type QueueRequest = Pick<QueueView, "filter" | "order"> & {
  readonly scope: QueueScope;
  readonly after: QueueCursor | undefined;
  readonly limit: number;
};

export type QueueRow = Selectable<VorgaengeTables["vorgaenge.vorgang"]> & {
  readonly read_position: number | null;
};

/** One page of the queue after a cursor. */
export async function listQueue(
  db: Db,
  tenantId: string,
  request: QueueRequest,
): Promise<QueueEntry[]> {
  const { scope, limit } = request;
  const order = orderOf({ ...request, narrowing: scope });
  const by = sql.raw(order === "newest" ? "at desc, id desc" : "at, id");
  const { rows } = await sql<QueueRow>`
    with hit as materialized (${isFew(scope) ? few(tenantId, request, order) : each(tenantId, request, order)}),
    page as materialized (select at, id from hit order by ${by} limit ${limit})
    select vorgang.*, seen.position as read_position from page
    join vorgaenge.vorgang as vorgang on vorgang.tenant_id = ${tenantId} and vorgang.id = page.id
    ${seenBy(tenantId, scope.staffId)}
    order by page.at ${directionOf(order)}, page.id ${directionOf(order)}
  `.execute(db);
  return rows.map(entryOf);
}

export function entryOf(row: QueueRow): QueueEntry {
  return {
    ...vorgangOf(row),
    isUnread: (row.read_position ?? 0) < row.last_position,
  };
}

/** Every Vorgang of the list: a few hundred or thousand, sorted afterwards. */
function few(tenantId: string, request: QueueRequest, order: QueueOrder) {
  const { scope, filter } = request;
  return sql`
    select vorgang.id, ${columns[order]} as at from ${sourceOf(tenantId, scope)}
    where vorgang.state = any(${[...statesOf(filter)]}::text[])
      and ${isIn(tenantId, scope)} and ${isInSome(partsOf(scope))} and ${isAfter(request, order)}`;
}

/** Of each state and each Leistung the next ones, in the order of an index: together more than a page, and never more than a few pages. */
function each(tenantId: string, request: QueueRequest, order: QueueOrder) {
  const { scope, filter, limit } = request;
  const direction = directionOf(order);
  const next = (part: QueuePart) => sql`
    select hit.id, hit.at from unnest(${[...statesOf(filter)]}::text[]) as branch (state)
    ${part.slugs ? sql`cross join unnest(${[...part.slugs]}::text[]) as topic (slug)` : sql``}
    cross join lateral (
      select vorgang.id, ${columns[order]} as at from ${sourceOf(tenantId, scope)}
      where vorgang.state = branch.state ${part.slugs ? sql`and vorgang.leistung_slug = topic.slug` : sql``}
        and ${part.condition} and ${isIn(tenantId, scope)} and ${isAfter(request, order)}
      order by ${columns[order]} ${direction}, vorgang.id ${direction}
      limit ${limit}
    ) as hit`;
  return sql.join(partsOf(scope).map(next), sql` union all `);
}

/** By what each order goes; as the indexes have it. */
export const columns: Readonly<Record<QueueOrder, RawBuilder<unknown>>> = {
  oldest: sql`vorgang.received_at`,
  newest: sql`vorgang.received_at`,
  longest: sql`vorgang.state_since`,
  due: sql`coalesce(vorgang.due_on, ${sql.lit(noDay)})`,
};

export function directionOf(order: QueueOrder): RawBuilder<unknown> {
  return order === "newest" ? sql`desc` : sql`asc`;
}

function isAfter(request: QueueRequest, order: QueueOrder) {
  const place = { at: columns[order], id: sql`vorgang.id` };
  return isBehind(request, order, place);
}

/** True for what comes after the request's cursor, where a row's place in the order is known by these columns. */
export function isBehind(
  { after }: QueueRequest,
  order: QueueOrder,
  place: Readonly<Record<"at" | "id", RawBuilder<unknown>>>,
): RawBuilder<unknown> {
  if (!after) return sql`true`;
  const sign = order === "newest" ? sql`<` : sql`>`;
  const at =
    order === "due"
      ? sql`${dayOf(after.at)}::text`
      : sql`${after.at}::timestamptz`;
  return sql`(${place.at}, ${place.id}) ${sign} (${at}, ${after.id}::uuid)`;
}

/** When a Vorgang of this tenant was last written; undefined without any. */
export async function lastChange(
  db: Db,
  tenantId: string,
): Promise<Date | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .select("changed_at")
    .where("tenant_id", "=", tenantId)
    .orderBy("changed_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.changed_at;
}

/**
 * Leistungen that the tenant has Vorgänge of, by name, without those somebody does not see. Steps from one to the next in the index: there
 * are few of them and very many Vorgänge.
 */
export async function listQueueLeistungen(
  db: Db,
  tenantId: string,
): Promise<{ readonly slug: string; readonly title: string }[]> {
  const { rows } = await sql<{ slug: string; title: string }>`
    with recursive each as (
      (select leistung_slug as slug, leistung_title as title from vorgaenge.vorgang
        where tenant_id = ${tenantId} order by leistung_slug, state, received_at, id limit 1)
      union all
      select next.slug, next.title from each cross join lateral (
        select leistung_slug as slug, leistung_title as title from vorgaenge.vorgang
        where tenant_id = ${tenantId} and leistung_slug > each.slug
        order by leistung_slug, state, received_at, id limit 1
      ) as next
    )
    select slug, title from each order by title, slug
  `.execute(db);
  return rows;
}

/** Everything up to this event has been seen by this member of staff. */
export async function saveReadMark(
  db: Db,
  tenantId: string,
  mark: {
    readonly staffId: string;
    readonly vorgangId: string;
    readonly position: number;
  },
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.read_mark")
    .values({
      tenant_id: tenantId,
      staff_id: mark.staffId,
      vorgang_id: mark.vorgangId,
      position: mark.position,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "staff_id", "vorgang_id"])
        .doUpdateSet({ position: mark.position }),
    )
    .execute();
}

/** Nobody has read the Vorgang of a submission any more. */
export async function deleteReadMarks(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<void> {
  await sql`
    delete from vorgaenge.read_mark mark using vorgaenge.vorgang
    where mark.tenant_id = ${tenantId}::uuid and vorgang.tenant_id = mark.tenant_id
      and vorgang.id = mark.vorgang_id and vorgang.submission_id = ${submissionId}::uuid
  `.execute(db);
}
