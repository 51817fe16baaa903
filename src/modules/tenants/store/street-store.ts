import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { trigramsOf } from "../../../platform/values/trigrams.ts";
import type { Street } from "../domain/street.ts";
import type { TenantsTables } from "./tables.ts";

/** More than anybody reads, enough to rank. */
const mostCandidates = 40;

export type StreetQuery = {
  readonly typed: string;
  /** Where the street is: a postcode, or the communes that this authority administers. */
  readonly in: { readonly postcode: string } | { readonly tenantId: string };
};

/** Streets that share most groups of three letters with what was typed. */
export async function listSimilarStreets(
  db: Db,
  { typed, in: area }: StreetQuery,
): Promise<Street[]> {
  const trigrams = trigramsOf(typed);
  const isThere =
    "postcode" in area
      ? sql<boolean>`postcodes @> array[${area.postcode}]::text[]`
      : sql<boolean>`ars in (select ars from tenants.place where administered_by = ${area.tenantId})`;
  return db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.street")
    .select(["ars", "town", "name", "postcodes"])
    .where(isThere)
    .where(sql<boolean>`trigrams && ${trigrams}::text[]`)
    .orderBy(
      sql`(select count(*) from unnest(trigrams) as trigram where trigram = any(${trigrams}::text[]))`,
      "desc",
    )
    .orderBy("name")
    .limit(mostCandidates)
    .execute();
}

export async function deleteStreets(db: Db, ars: string): Promise<void> {
  await db
    .$extendTables<TenantsTables>()
    .deleteFrom("tenants.street")
    .where("ars", "=", ars)
    .execute();
}

/** Adds streets, each named once in the list; one that is known gets the further postcodes. */
export async function addStreets(
  db: Db,
  streets: readonly Street[],
): Promise<void> {
  if (streets.length === 0) return;
  await db
    .$extendTables<TenantsTables>()
    .insertInto("tenants.street")
    .values(
      streets.map(({ ars, town, name, postcodes }) => ({
        ars,
        town,
        name,
        postcodes: [...postcodes],
        trigrams: trigramsOf(name),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["ars", "town", "name"]).doUpdateSet({
        postcodes: sql`array(select distinct unnest(street.postcodes || excluded.postcodes) order by 1)`,
      }),
    )
    .execute();
}
