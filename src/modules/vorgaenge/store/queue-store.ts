import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  isOldestFirst,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
} from "../domain/queue.ts";
import { openStates, vorgangStates } from "../domain/states.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

export type QueueRequest = {
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
): Promise<QueueCounts> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .select((select) => ["state", select.fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
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
