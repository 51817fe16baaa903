import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  postcodeKeyOf,
  searchKeysOf,
  trigramsOfPlace,
  type FoundPlace,
  type Place,
} from "../domain/place.ts";

/** More than anybody reads, enough to rank. */
const mostCandidates = 60;

type CandidateRow = Omit<FoundPlace, "foundBy"> & { found_by: string };

/** The place of an ARS, or none. */
export async function listPlacesByArs(
  db: Db,
  ars: string,
): Promise<FoundPlace[]> {
  const { rows } = await sql<CandidateRow>`
    select ars, name, postcodes, county, population, name as found_by from tenants.place where ars = ${ars}
  `.execute(db);
  return rows.map(foundPlaceOf);
}

/** Places with a postcode, or with one that begins so, the largest first. */
export async function listPlacesByPostcode(
  db: Db,
  beginning: string,
): Promise<FoundPlace[]> {
  const { rows } = await sql<CandidateRow>`
    select place.ars, place.name, place.postcodes, place.county, place.population, place.name as found_by
    from tenants.place_search as known
    join tenants.place on place.ars = known.ars
    where known.key = ${postcodeKeyOf(beginning)}
    order by place.population desc, place.ars
    limit ${mostCandidates}
  `.execute(db);
  return rows.map(foundPlaceOf);
}

/** Places that share most groups of three letters with the name. */
export async function listSimilarPlaces(
  db: Db,
  name: string,
): Promise<FoundPlace[]> {
  const trigrams = trigramsOfPlace(name);
  const { rows } = await sql<CandidateRow>`
    with alike as (
      select ars, name, count(*) as shared
      from tenants.place_search
      where key = any(${trigrams}::text[])
      group by ars, name
      having count(*) >= ${Math.max(1, Math.ceil(trigrams.length * 0.35))}
    )
    select place.ars, place.name, place.postcodes, place.county, place.population, alike.name as found_by
    from alike
    join tenants.place on place.ars = alike.ars
    order by alike.shared desc, place.population desc, place.ars
    limit ${mostCandidates}
  `.execute(db);
  return rows.map(foundPlaceOf);
}

function foundPlaceOf({ found_by, ...place }: CandidateRow): FoundPlace {
  return { ...place, foundBy: found_by };
}

/** Lets places be found by their names, former ones too, and postcodes, and by nothing else any more. */
export async function savePlaceSearch(
  db: Db,
  places: readonly (Pick<Place, "ars" | "name" | "postcodes"> & {
    readonly formerNames?: readonly string[];
  })[],
): Promise<void> {
  const rows = places.flatMap((place) =>
    searchKeysOf(place, place.formerNames).map((entry) => ({
      ...entry,
      ars: place.ars,
    })),
  );
  await sql`
    delete from tenants.place_search where ars = any(${places.map(({ ars }) => ars)}::text[])
  `.execute(db);
  await sql`
    insert into tenants.place_search (key, ars, name)
    select * from unnest(
      ${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ ars }) => ars)}::text[],
      ${rows.map(({ name }) => name)}::text[]
    )
    on conflict do nothing
  `.execute(db);
}
