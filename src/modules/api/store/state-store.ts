import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isMeaning, type Meaning } from "../domain/meaning.ts";
import type { ApiTables } from "./tables.ts";

/** What a word of the back office means here. */
export type StateMeaning = { readonly word: string; readonly meaning: Meaning };

export async function listMeanings(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<readonly StateMeaning[]> {
  const rows = await db
    .$extendTables<ApiTables>()
    .selectFrom("api.state_meaning")
    .select(["word", "meaning"])
    .where("tenant_id", "=", tenantId)
    .where("destination_id", "=", destinationId)
    .orderBy("word")
    .execute();
  return rows;
}

/** Exactly these words have a meaning from now on. */
export async function replaceMeanings(
  db: Db,
  tenantId: string,
  {
    destinationId,
    meanings,
  }: {
    readonly destinationId: string;
    readonly meanings: readonly StateMeaning[];
  },
): Promise<void> {
  const tables = db.$extendTables<ApiTables>();
  await tables
    .deleteFrom("api.state_meaning")
    .where("tenant_id", "=", tenantId)
    .where("destination_id", "=", destinationId)
    .execute();
  if (meanings.length === 0) return;
  await tables
    .insertInto("api.state_meaning")
    .values(
      meanings.map(({ word, meaning }) => ({
        destination_id: destinationId,
        word,
        meaning,
      })),
    )
    .execute();
}

/** Words that were reported, that nobody has given a meaning since, and how often. */
export async function listUnknownWords(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<readonly { readonly word: string; readonly count: number }[]> {
  const { rows } = await sql<{ word: string; count: number }>`
    select word, count(*)::int as count from api.reported_state reported
    where tenant_id = ${tenantId} and destination_id = ${destinationId} and meaning is null and not exists (
      select from api.state_meaning known
      where known.tenant_id = ${tenantId} and known.destination_id = ${destinationId} and known.word = reported.word)
    group by word order by count(*) desc, word limit 50
  `.execute(db);
  return rows;
}

export type ReportedState = {
  readonly id: string;
  readonly destinationId: string;
  readonly deliveryId: string;
  readonly submissionId: string;
  readonly word: string;
  readonly meaning: Meaning | undefined;
  readonly reportedAt: Date;
};

/** True when it is a word without a meaning that this destination has not used before: somebody should say what it means. */
export async function insertReported(
  db: Db,
  tenantId: string,
  reported: ReportedState,
): Promise<boolean> {
  const tables = db.$extendTables<ApiTables>();
  const before =
    reported.meaning === undefined
      ? await tables
          .selectFrom("api.reported_state")
          .select("id")
          .where("tenant_id", "=", tenantId)
          .where("destination_id", "=", reported.destinationId)
          .where("word", "=", reported.word)
          .where("meaning", "is", null)
          .limit(1)
          .executeTakeFirst()
      : undefined;
  await tables
    .insertInto("api.reported_state")
    .values({
      id: reported.id,
      destination_id: reported.destinationId,
      delivery_id: reported.deliveryId,
      submission_id: reported.submissionId,
      word: reported.word,
      meaning: reported.meaning ?? null,
      reported_at: reported.reportedAt,
    })
    .execute();
  return reported.meaning === undefined && !before;
}

/** What was reported of a submission last by each destination. */
export async function listReported(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<readonly ReportedState[]> {
  const rows = await db
    .$extendTables<ApiTables>()
    .selectFrom("api.reported_state")
    .selectAll()
    .distinctOn("destination_id")
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .orderBy("destination_id")
    .orderBy("reported_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    destinationId: row.destination_id,
    deliveryId: row.delivery_id,
    submissionId: row.submission_id,
    word: row.word,
    meaning:
      row.meaning !== null && isMeaning(row.meaning) ? row.meaning : undefined,
    reportedAt: row.reported_at,
  }));
}

export async function deleteReported(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<void> {
  await db
    .$extendTables<ApiTables>()
    .deleteFrom("api.reported_state")
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .execute();
}
