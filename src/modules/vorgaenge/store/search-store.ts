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

/** Vorgänge that one word or number is in; undefined where there are too many to carry around. */
export type FoundByWord = readonly string[] | undefined;

/** More than these are not carried from one statement to the next. */
const carriedAtMost = 2_000;

/** Which Vorgänge have each of these words, and which have a number that begins like this. One statement. */
export async function findByWords(
  db: Db,
  tenantId: string,
  asked: {
    readonly words: readonly string[];
    readonly reference: string | undefined;
  },
): Promise<{
  readonly byWord: readonly FoundByWord[];
  readonly byReference: FoundByWord;
}> {
  const begin = asked.reference ?? "";
  const { rows } = await sql<{ by_word: string[][]; by_reference: string[] }>`
    select
      coalesce((
        select jsonb_agg(found.ids order by found.place) from (
          select place, (
            select coalesce(jsonb_agg(hit.vorgang_id), '[]'::jsonb) from (
              select vorgang_id from vorgaenge.search_word
              where tenant_id = ${tenantId} and word = asked.word
              limit ${carriedAtMost + 1}
            ) as hit
          ) as ids
          from unnest(${[...asked.words]}::bigint[]) with ordinality as asked (word, place)
        ) as found
      ), '[]'::jsonb) as by_word,
      array(
        select id::text from vorgaenge.vorgang
        where tenant_id = ${tenantId} and ${begin} <> ''
          and reference ~>=~ ${begin} and reference ~<~ ${`${begin}~`}
        limit ${carriedAtMost + 1}
      ) as by_reference
  `.execute(db);
  const [row] = rows;
  const few = (ids: readonly string[]) =>
    ids.length > carriedAtMost ? undefined : ids;
  return {
    byWord: (row?.by_word ?? []).map(few),
    byReference: few(row?.by_reference ?? []),
  };
}
