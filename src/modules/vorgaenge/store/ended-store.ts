import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

/** As the partial index has it: states in which the term runs for which a Vorgang is kept. */
const hasEnded = sql`state in ('closed', 'withdrawn', 'handed-over')`;

/** Vorgänge of one Leistung that ended at or after `from` and before `before`. */
type Range = {
  readonly leistungSlug: string;
  readonly from: Date;
  readonly before: Date;
};

/** How many have ended, by Leistung under its newest title. */
export async function countEnded(
  db: Db,
  tenantId: string,
): Promise<{ slug: string; title: string; count: number }[]> {
  const { rows } = await sql<{ slug: string; title: string; count: number }>`
    select leistung_slug as slug, max(leistung_title) as title, count(*)::int as count
    from vorgaenge.vorgang where tenant_id = ${tenantId} and ${hasEnded}
    group by leistung_slug order by title, slug
  `.execute(db);
  return rows;
}

/** How many are decided and not closed. */
export async function countDecided(db: Db, tenantId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from vorgaenge.vorgang where tenant_id = ${tenantId} and state = 'decided'
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many ended within each range. */
export async function countEndedWithin(
  db: Db,
  tenantId: string,
  ranges: readonly Range[],
): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (
      select count(*)::int from vorgaenge.vorgang
      where tenant_id = ${tenantId} and leistung_slug = range.slug and ${hasEnded}
        and state_since >= range.from_at and state_since < range.before_at
    ) as count
    from ${rangeRows(ranges)}
    order by range.place
  `.execute(db);
  return rows.map(({ count }) => count);
}

/** Those that ended within one of the ranges, the oldest end first. */
export async function listEndedWithin(
  db: Db,
  tenantId: string,
  {
    ranges,
    after,
    limit,
  }: {
    readonly ranges: readonly Range[];
    readonly after: { readonly endedAt: Date; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<Vorgang[]> {
  if (ranges.length === 0) return [];
  const from = after
    ? sql`and (state_since, id) > (${after.endedAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<Selectable<VorgaengeTables["vorgaenge.vorgang"]>>`
    select found.* from ${rangeRows(ranges)}
    cross join lateral (
      select * from vorgaenge.vorgang
      where tenant_id = ${tenantId} and leistung_slug = range.slug and ${hasEnded}
        and state_since >= range.from_at and state_since < range.before_at ${from}
      order by state_since, id limit ${limit}
    ) as found
    order by found.state_since, found.id limit ${limit}
  `.execute(db);
  return rows.map(vorgangOf);
}

function rangeRows(ranges: readonly Range[]) {
  const slugs = ranges.map(({ leistungSlug }) => leistungSlug);
  const froms = ranges.map(({ from }) => from.toISOString());
  const befores = ranges.map(({ before }) => before.toISOString());
  return sql`unnest(${slugs}::text[], ${froms}::timestamptz[], ${befores}::timestamptz[])
    with ordinality as range(slug, from_at, before_at, place)`;
}
