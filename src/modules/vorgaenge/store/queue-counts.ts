import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  countedAtMost,
  countedSlowlyAtMost,
  type QueueCounts,
  type QueueFilter,
} from "../domain/queue.ts";
import { openStates, vorgangStates } from "../domain/states.ts";
import {
  isFew,
  isIn,
  partsOf,
  sourceOf,
  statesOf,
  type QueuePart,
  type QueueScope,
} from "./queue-conditions.ts";

/**
 * How many Vorgänge each filter shows where they are not collected, none counted further than necessary: of each state at most one more than
 * is shown.
 */
export async function countQueue(
  db: Db,
  tenantId: string,
  scope: QueueScope,
): Promise<QueueCounts> {
  const atMost = mostCounted(scope);
  const { rows } = await countEach(tenantId, scope, atMost).execute(db);
  return countsOf(rows, atMost);
}

/** Numbers above are told as "or more". */
export function mostCounted(scope: QueueScope): number {
  return isSlow(scope) ? countedSlowlyAtMost : countedAtMost;
}

/** True where each row costs a look into its words or read marks. */
function isSlow({ found, isUnread }: QueueScope): boolean {
  const hasFrequent = found?.others.some(({ isFew: hasFew }) => !hasFew);
  return isUnread || hasFrequent === true;
}

type StateCount = { readonly state: string; readonly count: number };

function countEach(
  tenantId: string,
  scope: QueueScope,
  atMost: number,
): RawBuilder<StateCount> {
  const counts = partsOf(scope).map(
    (part) => sql`
      select branch.state, counted.count from unnest(${[...vorgangStates]}::text[]) as branch (state)
      cross join lateral (
        select count(*) from (
          select from ${sourceOf(tenantId, scope)}
          where vorgang.state = branch.state and ${isIn(tenantId, scope)} and ${isInPart(part)}
          limit ${sql.lit(atMost + 1)}
        ) as hit
      ) as counted`,
  );
  return sql<StateCount>`
    select state, sum(count)::int as count from (${sql.join(counts, sql` union all `)}) as part
    group by state`;
}

export function countsOf(
  rows: readonly StateCount[],
  atMost: number,
): QueueCounts {
  const countOf = (state: string) =>
    rows.find((row) => row.state === state)?.count ?? 0;
  const sumOf = (states: readonly string[]) =>
    states.reduce((sum, state) => sum + countOf(state), 0);
  return {
    atMost,
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
      lists.map((list) => countUpTo(tenantId, list, atMost)),
    )}]::int[] as counts
  `.execute(db);
  return rows[0]?.counts ?? [];
}

function countUpTo(
  tenantId: string,
  { filter, scope }: CountedList,
  atMost: number,
) {
  const limit = sql.lit(atMost + 1);
  const hits = isFew(scope)
    ? [
        sql`select from ${sourceOf(tenantId, scope)}
          where vorgang.state = any(${[...statesOf(filter)]}::text[]) and ${isIn(tenantId, scope)} and ${isInSome(partsOf(scope))}`,
      ]
    : partsOf(scope).map(
        (
          part,
        ) => sql`select from unnest(${[...statesOf(filter)]}::text[]) as branch (state)
          cross join lateral (
            select from ${sourceOf(tenantId, scope)}
            where vorgang.state = branch.state and ${isIn(tenantId, scope)} and ${isInPart(part)}
            limit ${limit}
          ) as hit`,
      );
  return sql`(select count(*) from (${sql.join(hits, sql` union all `)} limit ${limit}) as counted)`;
}

function isInPart({ slugs, condition }: QueuePart): RawBuilder<unknown> {
  return slugs
    ? sql`(${condition} and vorgang.leistung_slug = any(${[...slugs]}::text[]))`
    : condition;
}

/** For Vorgänge that are few anyway. */
export function isInSome(parts: readonly QueuePart[]): RawBuilder<unknown> {
  return sql`(${sql.join(parts.map(isInPart), sql` or `)})`;
}
