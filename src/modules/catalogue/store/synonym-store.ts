import type { Db } from "../../../platform/database/database.ts";
import type { CatalogueTables } from "./tables.ts";

/** A word of the place and what it means, as the editor wrote both. */
export type Synonym = {
  readonly stem: string;
  readonly meaningStem: string;
  readonly word: string;
  readonly meaning: string;
};

/** Words of a tenant, in the order of the alphabet. */
export async function listSynonyms(
  db: Db,
  tenantId: string,
): Promise<Synonym[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.synonym")
    .select(["stem", "meaning_stem", "word", "meaning"])
    .where("tenant_id", "=", tenantId)
    .orderBy("stem")
    .orderBy("meaning_stem")
    .limit(500)
    .execute();
  return rows.map(({ stem, meaning_stem, word, meaning }) => ({
    stem,
    meaningStem: meaning_stem,
    word: word ?? stem,
    meaning: meaning ?? meaning_stem,
  }));
}

/** Lets people of one tenant find a word by another; the spelling of one that is known is replaced. */
export async function saveSynonym(
  db: Db,
  tenantId: string,
  { stem, meaningStem, word, meaning }: Synonym,
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.synonym")
    .values({
      tenant_id: tenantId,
      stem,
      meaning_stem: meaningStem,
      word,
      meaning,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "stem", "meaning_stem"])
        .doUpdateSet({ word, meaning }),
    )
    .execute();
}

/** Answers false when there was none. */
export async function deleteSynonym(
  db: Db,
  tenantId: string,
  { stem, meaningStem }: Pick<Synonym, "stem" | "meaningStem">,
): Promise<boolean> {
  const result = await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.synonym")
    .where("tenant_id", "=", tenantId)
    .where("stem", "=", stem)
    .where("meaning_stem", "=", meaningStem)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
