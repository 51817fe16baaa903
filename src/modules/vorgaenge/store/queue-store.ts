import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  isOldestFirst,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
} from "../domain/queue.ts";
import { openStates, vorgangStates } from "../domain/states.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

/** Which Vorgänge somebody asks for, with all that they may see. */
export type QueueScope = QueueNarrowing & {
  /** Whose Vorgänge are `mine`. */
  readonly assigneeIds: readonly string[];
  /** Leistungen whose Vorgänge come to the team by themselves. */
  readonly teamSlugs: readonly string[];
  /** Leistungen that are another team's alone. */
  readonly hiddenSlugs: readonly string[];
};

export type QueueRequest = {
  readonly scope: QueueScope;
  readonly filter: QueueFilter;
  readonly after: QueueCursor | undefined;
  readonly limit: number;
  /** Whose read marks count. */
  readonly staffId: string;
};

/** One page of the queue after a cursor; the order depends on the filter. */
export async function listQueue(
  db: Db,
  tenantId: string,
  request: QueueRequest,
): Promise<QueueEntry[]> {
  const { filter, after } = request;
  const isRising = isOldestFirst(filter);
  let query = db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang as vorgang")
    .leftJoin("vorgaenge.read_mark as read_mark", (join) =>
      join
        .onRef("read_mark.tenant_id", "=", "vorgang.tenant_id")
        .onRef("read_mark.vorgang_id", "=", "vorgang.id")
        .on("read_mark.staff_id", "=", request.staffId),
    )
    .selectAll("vorgang")
    .select("read_mark.position as read_position")
    .where("vorgang.tenant_id", "=", tenantId)
    .where(isIn(request.scope))
    .orderBy("vorgang.received_at", isRising ? "asc" : "desc")
    .orderBy("vorgang.id", isRising ? "asc" : "desc")
    .limit(request.limit);
  if (filter === "open") {
    query = query.where("vorgang.state", "in", [...openStates]);
  } else if (filter !== "all") {
    query = query.where("vorgang.state", "=", filter);
  }
  if (after) {
    const sign = sql.raw(isRising ? ">" : "<");
    query = query.where(
      sql<boolean>`(vorgang.received_at, vorgang.id) ${sign} (${after.receivedAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    ...vorgangOf(row),
    isUnread: (row.read_position ?? 0) < row.last_position,
  }));
}

/** How many Vorgänge each filter shows. */
export async function countQueue(
  db: Db,
  tenantId: string,
  scope: QueueScope,
): Promise<QueueCounts> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang as vorgang")
    .select((select) => ["state", select.fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .where(isIn(scope))
    .groupBy("state")
    .execute();
  const countOf = (state: string) =>
    Number(rows.find((row) => row.state === state)?.count ?? 0);
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

/** Leistungen that the tenant has Vorgänge of, by name, without those somebody does not see. */
export async function listQueueLeistungen(
  db: Db,
  tenantId: string,
  hiddenSlugs: readonly string[],
): Promise<{ readonly slug: string; readonly title: string }[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .select((select) => [
      "leistung_slug",
      select.fn.max("leistung_title").as("title"),
    ])
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`leistung_slug <> all(${[...hiddenSlugs]}::text[])`)
    .groupBy("leistung_slug")
    .orderBy("title")
    .execute();
  return rows.map(({ leistung_slug, title }) => ({
    slug: leistung_slug,
    title,
  }));
}

/** The condition of a scope; the table goes by the name `vorgang`. */
function isIn(scope: QueueScope) {
  const parts = [
    sql<boolean>`vorgang.leistung_slug <> all(${[...scope.hiddenSlugs]}::text[])`,
  ];
  if (scope.assignee === "mine")
    parts.push(
      sql`vorgang.assignee_id = any(${[...scope.assigneeIds]}::uuid[])`,
    );
  if (scope.assignee === "nobody") parts.push(sql`vorgang.assignee_id is null`);
  if (scope.leistungSlug !== undefined)
    parts.push(sql`vorgang.leistung_slug = ${scope.leistungSlug}`);
  if (scope.teamId !== undefined)
    parts.push(
      sql`(vorgang.team_id = ${scope.teamId}
        or (vorgang.team_id is null and vorgang.leistung_slug = any(${[...scope.teamSlugs]}::text[])))`,
    );
  if (scope.search !== "") {
    const part = `%${scope.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(
      sql`(vorgang.leistung_title ilike ${part} or replace(vorgang.reference, '-', '') ilike replace(${part}, '-', ''))`,
    );
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
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
