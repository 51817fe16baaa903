import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { orderOf, type QueueCounts } from "../domain/queue.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import {
  isFew,
  isIn,
  partsOf,
  seenBy,
  sourceOf,
  statesOf,
} from "./queue-conditions.ts";
import { countQueue, countsOf, isInSome, mostCounted } from "./queue-counts.ts";
import {
  columns,
  directionOf,
  entryOf,
  isBehind,
  listQueue,
  type QueueRequest,
  type QueueRow,
} from "./queue-store.ts";

export type CountedPage = {
  readonly entries: readonly QueueEntry[];
  /** With the same narrowing, of all states. */
  readonly counts: QueueCounts;
};

/** One page of the queue after a cursor, and how many Vorgänge each filter shows. What has to be collected is collected once for both. */
export async function readQueuePage(
  db: Db,
  tenantId: string,
  request: QueueRequest,
): Promise<CountedPage> {
  if (isFew(request.scope)) return readFew(db, tenantId, request);
  const [entries, counts] = await Promise.all([
    listQueue(db, tenantId, request),
    countQueue(db, tenantId, request.scope),
  ]);
  return { entries, counts };
}

/** A page without entries is one row that has counts only. */
type FewRow = { readonly counts: Readonly<Record<string, number>> } & (
  | QueueRow
  | { readonly id: null }
);

async function readFew(
  db: Db,
  tenantId: string,
  request: QueueRequest,
): Promise<CountedPage> {
  const { rows } = await fewAndCounts(tenantId, request).execute(db);
  const counts = Object.entries(rows[0]?.counts ?? {});
  return {
    entries: rows.flatMap((row) => (row.id === null ? [] : [entryOf(row)])),
    counts: countsOf(
      counts.map(([state, count]) => ({ state, count })),
      mostCounted(request.scope),
    ),
  };
}

function fewAndCounts(
  tenantId: string,
  request: QueueRequest,
): RawBuilder<FewRow> {
  const { scope, filter, limit } = request;
  const order = orderOf({ ...request, narrowing: scope });
  const direction = directionOf(order);
  return sql<FewRow>`
    with hit as materialized (
      select vorgang.id, vorgang.state, ${columns[order]} as at from ${sourceOf(tenantId, scope)}
      where ${isIn(tenantId, scope)} and ${isInSome(partsOf(scope))}
    ),
    page as materialized (
      select at, id from hit
      where state = any(${[...statesOf(filter)]}::text[]) and ${isBehind(request, order, { at: sql`at`, id: sql`id` })}
      order by at ${direction}, id ${direction} limit ${limit}
    ),
    counted as materialized (
      select coalesce(jsonb_object_agg(state, count), '{}') as counts
      from (select state, count(*) from hit group by state) as each
    )
    select counted.counts, vorgang.*, seen.position as read_position from counted
    left join (
      page join vorgaenge.vorgang as vorgang on vorgang.tenant_id = ${tenantId} and vorgang.id = page.id
      ${seenBy(tenantId, scope.staffId)}
    ) on true
    order by page.at ${direction}, page.id ${direction}`;
}
