import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { UsualDuration } from "../domain/clock-rule.ts";
import type { VorgaengeTables } from "./tables.ts";

/** Computes anew how long each Leistung took, from what was decided since a moment by a person. */
export async function computeDurations(
  db: Db,
  tenantId: string,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<void> {
  await sql`
    with decided as (
      select vorgang.leistung_slug, greatest(0, extract(epoch from min(event.at) - vorgang.received_at) / 86400) as days
      from vorgaenge.vorgang
      join vorgaenge.event as event on event.tenant_id = vorgang.tenant_id and event.vorgang_id = vorgang.id
      where vorgang.tenant_id = ${tenantId} and vorgang.received_at >= ${since}
        and event.kind = 'decided' and event.outcome in ('granted', 'partly', 'refused')
      group by vorgang.tenant_id, vorgang.id
    ), computed as (
      select leistung_slug, count(*)::int as cases,
        ceil(percentile_cont(0.2) within group (order by days))::int as fast_days,
        ceil(percentile_cont(0.5) within group (order by days))::int as middle_days,
        ceil(percentile_cont(0.8) within group (order by days))::int as slow_days
      from decided group by leistung_slug
    ), gone as (
      delete from vorgaenge.usual_duration
      where tenant_id = ${tenantId} and leistung_slug not in (select leistung_slug from computed)
    )
    insert into vorgaenge.usual_duration (tenant_id, leistung_slug, cases, fast_days, middle_days, slow_days, computed_at)
    select ${tenantId}::uuid, leistung_slug, cases, fast_days, middle_days, slow_days, ${at}::timestamptz from computed
    on conflict (tenant_id, leistung_slug) do update set cases = excluded.cases, fast_days = excluded.fast_days,
      middle_days = excluded.middle_days, slow_days = excluded.slow_days, computed_at = excluded.computed_at
  `.execute(db);
}

/** How long a Leistung took; undefined with too few cases to say so. */
export async function findDuration(
  db: Db,
  tenantId: string,
  asked: { readonly leistungSlug: string; readonly leastCases: number },
): Promise<UsualDuration | undefined> {
  const row = await selectDurations(db, tenantId, asked.leastCases)
    .where("leistung_slug", "=", asked.leistungSlug)
    .executeTakeFirst();
  return row && durationOf(row);
}

/** How long each Leistung took; those with too few cases to say so are left out. */
export async function listDurations(
  db: Db,
  tenantId: string,
  leastCases: number,
): Promise<ReadonlyMap<string, UsualDuration>> {
  const rows = await selectDurations(db, tenantId, leastCases).execute();
  return new Map(rows.map((row) => [row.leistung_slug, durationOf(row)]));
}

function selectDurations(db: Db, tenantId: string, leastCases: number) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.usual_duration")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("cases", ">=", leastCases);
}

function durationOf(
  row: Selectable<VorgaengeTables["vorgaenge.usual_duration"]>,
): UsualDuration {
  return {
    cases: row.cases,
    fastDays: row.fast_days,
    middleDays: row.middle_days,
    slowDays: row.slow_days,
  };
}

/** When the durations were computed last; undefined before the first time. */
export async function findLastComputation(
  db: Db,
  tenantId: string,
): Promise<Date | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.usual_duration")
    .select((select) => select.fn.max("computed_at").as("at"))
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}
