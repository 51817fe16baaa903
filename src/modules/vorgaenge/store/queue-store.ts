import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  countedAtMost,
  orderOf,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueView,
} from "../domain/queue.ts";
import { openStates, vorgangStates } from "../domain/states.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import { isIn, isInFilter, type QueueScope } from "./queue-conditions.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

export type QueueRequest = Pick<QueueView, "filter" | "order"> & {
  readonly scope: QueueScope;
  readonly after: QueueCursor | undefined;
  readonly limit: number;
};

/** One page of the queue after a cursor. */
export async function listQueue(
  db: Db,
  tenantId: string,
  request: QueueRequest,
): Promise<QueueEntry[]> {
  const { scope, filter, after } = request;
  const order = orderOf({ ...request, narrowing: scope });
  const direction = order === "newest" ? "desc" : "asc";
  const column =
    order === "longest" ? "vorgang.state_since" : "vorgang.received_at";
  let query = db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang as vorgang")
    .leftJoin("vorgaenge.read_mark as read_mark", (join) =>
      join
        .onRef("read_mark.tenant_id", "=", "vorgang.tenant_id")
        .onRef("read_mark.vorgang_id", "=", "vorgang.id")
        .on("read_mark.staff_id", "=", scope.staffId),
    )
    .selectAll("vorgang")
    .select("read_mark.position as read_position")
    .where("vorgang.tenant_id", "=", tenantId)
    .where(isInFilter(filter))
    .where(isIn(tenantId, scope))
    .orderBy(column, direction)
    .orderBy("vorgang.id", direction)
    .limit(request.limit);
  if (after) {
    const sign = sql.raw(direction === "asc" ? ">" : "<");
    query = query.where(
      sql<boolean>`(${sql.ref(column)}, vorgang.id) ${sign} (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    ...vorgangOf(row),
    isUnread: (row.read_position ?? 0) < row.last_position,
  }));
}

/** How many Vorgänge each filter shows, none counted further than necessary: of each state at most one more than is shown. */
export async function countQueue(
  db: Db,
  tenantId: string,
  scope: QueueScope,
): Promise<QueueCounts> {
  const { rows } = await (
    isSmall(scope)
      ? sql<StateCount>`
          select vorgang.state, count(*)::int as count from vorgaenge.vorgang as vorgang
          where vorgang.tenant_id = ${tenantId} and ${isIn(tenantId, scope)}
          group by vorgang.state`
      : sql<StateCount>`
          ${sql.join(
            vorgangStates.map(
              (state) =>
                sql`select ${sql.lit(state)} as state, ${cappedCount(tenantId, { filter: state, scope }, countedAtMost)}::int as count`,
            ),
            sql` union all `,
          )}`
  ).execute(db);
  return countsOf(rows);
}

type StateCount = { readonly state: string; readonly count: number };

/** True where counting all at once looks at few rows. */
function isSmall({ found, assignee }: QueueScope): boolean {
  return (
    found?.ids !== undefined ||
    (assignee !== "anybody" && assignee !== "nobody")
  );
}

function countsOf(rows: readonly StateCount[]): QueueCounts {
  const countOf = (state: string) =>
    rows.find((row) => row.state === state)?.count ?? 0;
  const sumOf = (states: readonly string[]) =>
    states.reduce((sum, state) => sum + countOf(state), 0);
  return {
    open: sumOf(openStates),
    all: sumOf(vorgangStates),
    received: countOf("received"),
    "in-progress": countOf("in-progress"),
    question: countOf("question"),
    decided: countOf("decided"),
    withdrawn: countOf("withdrawn"),
    "handed-over": countOf("handed-over"),
    closed: countOf("closed"),
  };
}

/** A list to be counted. */
export type CountedList = {
  readonly filter: QueueFilter;
  readonly scope: QueueScope;
};

/** How many Vorgänge each of some lists shows, each counted up to `atMost` and one more. One statement. */
export async function countLists(
  db: Db,
  tenantId: string,
  {
    lists,
    atMost,
  }: { readonly lists: readonly CountedList[]; readonly atMost: number },
): Promise<readonly number[]> {
  if (lists.length === 0) return [];
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(
      lists.map((list) => cappedCount(tenantId, list, atMost)),
    )}]::int[] as counts
  `.execute(db);
  return rows[0]?.counts ?? [];
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

function cappedCount(
  tenantId: string,
  { filter, scope }: CountedList,
  atMost: number,
) {
  return sql`(
    select count(*) from (
      select 1 from vorgaenge.vorgang as vorgang
      where vorgang.tenant_id = ${tenantId} and ${isInFilter(filter)} and ${isIn(tenantId, scope)}
      limit ${sql.lit(atMost + 1)}
    ) as counted
  )`;
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
        where tenant_id = ${tenantId} order by leistung_slug, received_at, id limit 1)
      union all
      select next.slug, next.title from each cross join lateral (
        select leistung_slug as slug, leistung_title as title from vorgaenge.vorgang
        where tenant_id = ${tenantId} and leistung_slug > each.slug
        order by leistung_slug, received_at, id limit 1
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
