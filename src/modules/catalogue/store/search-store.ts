import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { trigramsOf } from "../../../platform/values/trigrams.ts";
import type { Hit } from "../domain/search/merge-hits.ts";
import {
  weightOfNames,
  type SearchIndex,
} from "../domain/search/search-index.ts";
import {
  leastQualityInTexts,
  trigramQueryOf,
  type SearchTerm,
  type StemCandidate,
  type StemMatch,
} from "../domain/search/search-plan.ts";
import {
  isOnlineAbove,
  isShown,
  providerOfLeistung,
  summaryOf,
  type SummaryRow,
} from "./leistung-row.ts";

/** Per term; the best of them share most groups of letters. */
const mostCandidates = 60;

/** Per group of letters. One that stands in thousands of stems tells little: what looks like the term shares others with it, too. */
const mostStems = 2_000;

/** Per stem, those where it weighs most: a word that stands in thousands of texts must not make the search slow. */
const mostEntries = 1_000;

type HitRow = SummaryRow & {
  leika_key: string | null;
  belongs_to_communes: boolean;
  is_online_elsewhere: boolean;
  covered: number;
  score: number;
};

/** Stems of the tenant's vocabulary that look like the terms, and what the tenant's own synonyms say for them. */
export async function listCandidates(
  db: Db,
  tenantId: string,
  terms: readonly SearchTerm[],
): Promise<StemCandidate[]> {
  const queries = terms.map(trigramQueryOf);
  const pairs = queries.flatMap(({ trigrams }, term) =>
    trigrams.map((trigram) => ({ term, trigram })),
  );
  const { rows } = await sql<StemCandidate>`
    with looked_for as (
      select * from unnest(
        ${pairs.map(({ term }) => term)}::int[],
        ${pairs.map(({ trigram }) => trigram)}::text[]
      ) as pair (term, trigram)
    ),
    alike as (
      select
        looked_for.term,
        known.stem,
        row_number() over (
          partition by looked_for.term
          order by count(*) desc, length(known.stem)
        ) as place
      from looked_for
      cross join lateral (
        select stem from catalogue.search_trigram
        where tenant_id = ${tenantId}::uuid and trigram = looked_for.trigram
        limit ${mostStems}
      ) as known
      group by looked_for.term, known.stem
      having count(*) >= (${queries.map(({ fewestShared }) => fewestShared)}::int[])[looked_for.term + 1]
    )
    select term, stem from alike where place <= ${mostCandidates}
  `.execute(db);
  return rows;
}

/** Of what answers, the best are looked up until enough are shown; behind so many there is nobody who would look for more. */
const mostLookedUp = 1_000;

/** What is asked for less has no say in the order. */
const mostLiked = 300;

/**
 * What is put in front and what is asked for much comes before what answers as well: at most two fifths more, so that use never beats a word
 * that fits better.
 */
const likedOf = (tenantId: string) => sql`
  select leistung_id, sum(liking) as liking
  from (
    select id as leistung_id, 0.15::float8 as liking
    from catalogue.leistung
    where tenant_id = ${tenantId}::uuid and featured_position is not null
    union all
    (select leistung_id,
      least(0.25, ln(1 + weight * power(0.5::float8, extract(epoch from now() - weighed_at)::float8 / 2592000)) / 20)
    from catalogue.demand
    where tenant_id = ${tenantId}::uuid
    order by weight desc
    limit ${mostLiked})
  ) as each
  group by leistung_id`;

/** Leistungen that answer the matches: by weight, counted once more for each of the typed words that it answers. */
export async function listHits(
  db: Db,
  tenantId: string,
  { matches, limit }: { matches: readonly StemMatch[]; limit: number },
): Promise<Hit[]> {
  const { rows } = await sql<HitRow>`
    with ${summedOf(tenantId, matches)},
    liked as materialized (${likedOf(tenantId)}),
    ranked as (
      select best.leistung_id, best.covered, best.score, best.worth
      -- In this order they are looked up: only so many as it takes.
      from (
        select summed.leistung_id, summed.covered, summed.score * (1 + coalesce(liked.liking, 0)) as score,
          summed.covered * summed.score * (1 + coalesce(liked.liking, 0)) as worth
        from summed
        left join liked on liked.leistung_id = summed.leistung_id
        order by worth desc, leistung_id
        limit ${mostLookedUp}
      ) as best
      join catalogue.leistung as leistung on leistung.tenant_id = ${tenantId}::uuid and leistung.id = best.leistung_id
      where ${isShown}
      order by best.worth desc, best.leistung_id
      limit ${limit}
    )
    select leistung.id, leistung.slug, leistung.title, leistung.teaser, leistung.title_en, leistung.teaser_en, leistung.initial,
      leistung.life_situation, leistung.form_key, leistung.leika_key, ${providerOfLeistung} as provider,
      coalesce((leistung.content->>'belongsToCommunes')::boolean, false) as belongs_to_communes,
      coalesce(jsonb_array_length(leistung.content->'onlineServices') > 0, false) as is_online_elsewhere, ${isOnlineAbove} as is_online_above,
      ranked.covered, ranked.score
    from ranked
    join catalogue.leistung on leistung.tenant_id = ${tenantId}::uuid and leistung.id = ranked.leistung_id
    order by ranked.worth desc, leistung.featured_position nulls last, leistung.title
  `.execute(db);
  return rows.map(hitOf);
}

/** What answers the matches: how many of the typed words, and how well. */
const summedOf = (tenantId: string, matches: readonly StemMatch[]) => sql`
  wanted as (${wantedOf(matches)}),
  said as (
    select synonym.meaning_stem as stem, wanted.word, wanted.quality
    from wanted
    join catalogue.synonym on synonym.tenant_id = ${tenantId}::uuid and synonym.stem = wanted.stem
    where wanted.quality > 0.8
  ),
  answered as (
    select entry.leistung_id, wanted.word, max(wanted.quality * entry.weight) as score
    from (select stem, word, quality from wanted union all select * from said) as wanted
    cross join lateral (${entriesOf(tenantId, matches)}) as entry
    group by entry.leistung_id, wanted.word
  ),
  summed as (
    select leistung_id, count(*)::int as covered, sum(score)::float8 as score
    from answered
    group by leistung_id
  )`;

/** Where a match of `wanted` stands. */
const entriesOf = (tenantId: string, matches: readonly StemMatch[]) => sql`
  select leistung_id, weight
  from catalogue.search_entry
  where tenant_id = ${tenantId}::uuid and stem = wanted.stem
    and (weight >= ${weightOfNames} or wanted.quality >= ${leastQualityInTexts(matches)})
  order by weight desc
  limit ${mostEntries}`;

const wantedOf = (matches: readonly StemMatch[]) => sql`
  select * from unnest(
    ${matches.map(({ word }) => word)}::int[],
    ${matches.map(({ stem }) => stem)}::text[],
    ${matches.map(({ quality }) => quality)}::float8[]
  ) as match (word, stem, quality)`;

function hitOf(row: HitRow): Hit {
  return {
    ...summaryOf(row),
    leikaKey: row.leika_key,
    belongsToCommunes: row.belongs_to_communes,
    ...(row.is_online_elsewhere && { isOnlineElsewhere: true }),
    covered: row.covered,
    score: row.score,
  };
}

/** Replaces what the search knows of Leistungen. Vocabulary that nobody uses any more stays and finds nothing. Three statements. */
export async function saveSearchIndexes(
  db: Db,
  tenantId: string,
  indexes: readonly {
    readonly leistungId: string;
    readonly index: SearchIndex;
  }[],
): Promise<void> {
  const entries = indexes.flatMap(({ leistungId, index }) =>
    [...index.weights].map(([stem, weight]) => ({ leistungId, stem, weight })),
  );
  const stems = new Set(indexes.flatMap(({ index }) => index.vocabulary));
  const trigrams = [...stems].flatMap((stem) =>
    trigramsOf(stem).map((trigram) => ({ stem, trigram })),
  );
  await sql`
    delete from catalogue.search_entry
    where tenant_id = ${tenantId}::uuid and leistung_id = any(${indexes.map(({ leistungId }) => leistungId)}::uuid[])
  `.execute(db);
  await sql`
    insert into catalogue.search_entry (tenant_id, stem, leistung_id, weight)
    select ${tenantId}::uuid, stem, leistung_id, weight
    from unnest(
      ${entries.map(({ stem }) => stem)}::text[],
      ${entries.map(({ leistungId }) => leistungId)}::uuid[],
      ${entries.map(({ weight }) => weight)}::int[]
    ) as entry (stem, leistung_id, weight)
  `.execute(db);
  await sql`
    insert into catalogue.search_trigram (tenant_id, trigram, stem)
    select ${tenantId}::uuid, trigram, stem
    from unnest(
      ${trigrams.map(({ trigram }) => trigram)}::text[],
      ${trigrams.map(({ stem }) => stem)}::text[]
    ) as known (trigram, stem)
    on conflict do nothing
  `.execute(db);
}
