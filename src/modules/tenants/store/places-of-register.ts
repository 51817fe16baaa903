import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { uninhabited } from "../domain/commune.ts";
import { commonName } from "../domain/place.ts";

/**
 * Brings the places of the finder in line with the register: those where people live, with the postcodes that are known for them and for
 * what became part of them. Says how many there are.
 */
export async function bringPlacesInLine(
  db: Db,
  version: string,
): Promise<number> {
  await sql`
    with recursive became (former, ars) as (
      select ars, successor_ars from tenants.commune where successor_ars is not null
      union
      select became.former, commune.successor_ars
      from became
      join tenants.commune on commune.ars = became.ars and commune.successor_ars is not null
    ),
    known as (
      select ars, postcodes from tenants.place
      union all
      select became.ars, place.postcodes from became join tenants.place on place.ars = became.former
    )
    insert into tenants.place (ars, name, postcodes, population, county, version)
    select commune.ars, commune.name,
      array(
        select distinct postcode
        from (
          select commune.postcode
          union all
          select unnest(known.postcodes) from known where known.ars = commune.ars
        ) as every (postcode)
        where postcode is not null
        order by postcode
      ),
      commune.population, commune.county, ${version}
    from tenants.commune
    where commune.valid_until is null and commune.kind <> ${uninhabited}
    on conflict (ars) do update set
      name = excluded.name, postcodes = excluded.postcodes, population = excluded.population,
      county = excluded.county, version = excluded.version
  `.execute(db);
  await shortenNames(db, version);
  await sql`
    delete from tenants.place where not exists (
      select from tenants.commune
      where commune.ars = place.ars and commune.valid_until is null and commune.kind <> ${uninhabited}
    )
  `.execute(db);
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from tenants.place
  `.execute(db);
  return counted[0]?.count ?? 0;
}

/** Places are called what people call them. */
async function shortenNames(db: Db, version: string): Promise<void> {
  const { rows } = await sql<{ ars: string; name: string }>`
    select ars, name from tenants.place where version = ${version} and position(',' in name) > 0
  `.execute(db);
  await sql`
    update tenants.place set name = given.name
    from unnest(
      ${rows.map(({ ars }) => ars)}::text[],
      ${rows.map(({ name }) => commonName(name))}::text[]
    ) as given (ars, name)
    where place.ars = given.ars
  `.execute(db);
}
