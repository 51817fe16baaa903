import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { VorgaengeTables } from "./tables.ts";

export type Unindexed = { readonly submissionId: string };

/** Vorgänge whose words were never made. */
export async function listUnindexed(
  db: Db,
  tenantId: string,
  limit: number,
): Promise<readonly Unindexed[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .select("submission_id")
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`search_version = 0`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ submissionId: row.submission_id }));
}

/** Instead of the words there were. The row is locked first: two at once would mix. */
export async function replaceSearchWords(
  db: Db,
  tenantId: string,
  {
    submissionId,
    version,
    words,
  }: {
    readonly submissionId: string;
    readonly version: number;
    readonly words: readonly string[];
  },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update vorgaenge.vorgang set search_version = ${version}
    where tenant_id = ${tenantId} and submission_id = ${submissionId}
    returning id
  `.execute(db);
  const [vorgang] = rows;
  if (!vorgang) return;
  await sql`
    delete from vorgaenge.search_word
    where tenant_id = ${tenantId} and vorgang_id = ${vorgang.id}
  `.execute(db);
  await sql`
    insert into vorgaenge.search_word (tenant_id, vorgang_id, word)
    select distinct ${tenantId}::uuid, ${vorgang.id}::uuid, unnest(${[...words]}::bigint[])
  `.execute(db);
}

/** What a search asks for. */
export type FoundVorgaenge = {
  /** Only these, whose number begins like that; undefined: no number was asked for. */
  readonly ids: readonly string[] | undefined;
  /** Hashes of words that no more than some thousand Vorgänge have; all are asked for. */
  readonly few: readonly string[];
  /** Words that besides are in the name of a Leistung, or in very many Vorgänge. */
  readonly others: readonly {
    readonly hash: string;
    readonly slugs: readonly string[];
    readonly isFew: boolean;
  }[];
  /** Only these Leistungen: words that are in their names and nowhere else. */
  readonly slugs: readonly string[] | undefined;
};

/** More Vorgänge than these are not collected to be sorted: the list is read in its order and each row looked at. */
const collectedAtMost = 10_000;

/** A number somebody has begun to type says little below four signs. */
const numbersAtMost = 2_000;

/** How many Vorgänge have a word. */
export type WordFrequency = "none" | "few" | "many";

/** How many Vorgänge have each of these words, and which have a number that begins like this. One statement. */
export async function findByWords(
  db: Db,
  tenantId: string,
  asked: {
    readonly words: readonly string[];
    readonly reference: string | undefined;
  },
): Promise<{
  readonly frequencies: readonly WordFrequency[];
  readonly byReference: readonly string[];
}> {
  const begin = asked.reference ?? "";
  const { rows } = await sql<{ counts: number[]; by_reference: string[] }>`
    select
      array(
        select (
          select count(*)::int from (
            select from vorgaenge.search_word
            where tenant_id = ${tenantId} and word = asked.word
            limit ${collectedAtMost + 1}
          ) as hit
        ) from unnest(${[...asked.words]}::bigint[]) with ordinality as asked (word, place) order by place
      ) as counts,
      array(
        select id::text from vorgaenge.vorgang
        where tenant_id = ${tenantId} and ${begin} <> ''
          and reference ~>=~ ${begin} and reference ~<~ ${`${begin}~`}
        limit ${numbersAtMost}
      ) as by_reference
  `.execute(db);
  const [row] = rows;
  return {
    frequencies: (row?.counts ?? []).map(frequencyOf),
    byReference: row?.by_reference ?? [],
  };
}

function frequencyOf(count: number): WordFrequency {
  if (count === 0) return "none";
  return count > collectedAtMost ? "many" : "few";
}
