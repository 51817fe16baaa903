import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import {
  fewestOccasions,
  type SearchGap,
} from "../domain/search/search-gap.ts";
import {
  isOnlineAbove,
  isShown,
  providerOfLeistung,
  summaryOf,
  type SummaryRow,
} from "./leistung-row.ts";

/** Adds to what Leistungen are asked for; what was before halves every thirty days. Leistungen that are gone are passed over. */
export async function addDemand(
  db: Db,
  tenantId: string,
  { opened, now }: { opened: ReadonlyMap<string, number>; now: Date },
): Promise<void> {
  await sql`
    insert into catalogue.demand (tenant_id, leistung_id, weight, weighed_at)
    select ${tenantId}::uuid, given.id, given.count, ${now}
    from unnest(${[...opened.keys()]}::uuid[], ${[...opened.values()]}::float8[]) as given (id, count)
    join catalogue.leistung on leistung.tenant_id = ${tenantId}::uuid and leistung.id = given.id
    on conflict (tenant_id, leistung_id) do update set
      weight = demand.weight
        * power(0.5, greatest(0, extract(epoch from excluded.weighed_at - demand.weighed_at)) / 2592000)
        + excluded.weight,
      weighed_at = excluded.weighed_at
  `.execute(db);
}

/** What everybody may see and most people ask for; before anybody asked, what the authority put in front. */
export async function listMostAsked(
  db: Db,
  tenantId: string,
  limit: number,
): Promise<LeistungSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select leistung.id, slug, title, teaser, title_en, teaser_en, initial, life_situation, form_key, ${providerOfLeistung} as provider,
      ${isOnlineAbove} as is_online_above
    from catalogue.leistung as leistung
    left join catalogue.demand on demand.tenant_id = leistung.tenant_id and demand.leistung_id = leistung.id
    where leistung.tenant_id = ${tenantId}::uuid and ${isShown}
      and (demand.weight is not null or leistung.featured_position is not null)
    order by coalesce(demand.weight * power(0.5, extract(epoch from now() - demand.weighed_at) / 2592000), 0) desc,
      leistung.featured_position nulls last, leistung.title
    limit ${limit}
  `.execute(db);
  return rows.map(summaryOf);
}

/** Counts what was searched for in vain, each at most once an hour, and forgets what stayed rare for a month or is a year old. */
export async function addGaps(
  db: Db,
  tenantId: string,
  { gaps, now }: { gaps: readonly SearchGap[]; now: Date },
): Promise<void> {
  await sql`
    delete from catalogue.search_gap
    where tenant_id = ${tenantId}::uuid
      and last_at < ${now}::timestamptz - case when words is null then interval '30 days' else interval '1 year' end
  `.execute(db);
  const isNewOccasion = sql`search_gap.last_at < excluded.last_at - interval '1 hour'`;
  await sql`
    insert into catalogue.search_gap as search_gap (tenant_id, words_hash, words, occasions, last_at)
    select ${tenantId}::uuid, given.hash, null, 1, ${now}
    from unnest(${gaps.map(({ hash }) => hash)}::text[]) as given (hash)
    on conflict (tenant_id, words_hash) do update set
      occasions = search_gap.occasions + case when ${isNewOccasion} then 1 else 0 end,
      last_at = case when ${isNewOccasion} then excluded.last_at else search_gap.last_at end
  `.execute(db);
  await sql`
    update catalogue.search_gap
    set words = given.words
    from unnest(${gaps.map(({ hash }) => hash)}::text[], ${gaps.map(({ words }) => words)}::text[]) as given (hash, words)
    where tenant_id = ${tenantId}::uuid and words_hash = given.hash
      and search_gap.words is null and occasions >= ${fewestOccasions}
  `.execute(db);
}

/** What was searched for in vain, the most frequent first; and how many searches are too rare to be shown. */
export async function listGaps(
  db: Db,
  tenantId: string,
): Promise<{
  gaps: { words: string; occasions: number; lastAt: Date }[];
  rare: number;
}> {
  const { rows } = await sql<{
    words: string | null;
    occasions: number;
    last_at: Date;
    rare: number;
  }>`
    select words, occasions, last_at, (count(*) filter (where words is null) over ())::int as rare
    from catalogue.search_gap
    where tenant_id = ${tenantId}::uuid
    order by words is null, occasions desc, words
    limit 50
  `.execute(db);
  return {
    gaps: rows.flatMap(({ words, occasions, last_at }) =>
      words === null ? [] : [{ words, occasions, lastAt: last_at }],
    ),
    rare: rows[0]?.rare ?? 0,
  };
}
