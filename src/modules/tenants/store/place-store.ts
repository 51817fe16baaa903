import { sql, type NotNull } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Place } from "../domain/place.ts";
import type { PlaceLine } from "../domain/place-lines.ts";
import type { Portal } from "../domain/portal.ts";
import { portalColumns, portalOf, type PortalRow } from "./authority-store.ts";
import { savePlaceSearch } from "./place-search.ts";
import type { TenantsTables } from "./tables.ts";

/** Places with coordinates: those this authority administers first, then by population. */
export async function listPlacesOnMap(
  db: Db,
  { tenantId, limit }: { readonly tenantId: string; readonly limit: number },
): Promise<{ name: string; latitude: number; longitude: number }[]> {
  return db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.place")
    .select(["name", "latitude", "longitude"])
    .where("latitude", "is not", null)
    .where("longitude", "is not", null)
    .$narrowType<{ latitude: NotNull; longitude: NotNull }>()
    .orderBy(sql`administered_by = ${tenantId}`, "desc")
    .orderBy("population", "desc")
    .limit(limit)
    .execute();
}

/** Portals that serve each place, nearest first: up the tree from where the place is administered. */
export async function listPortalsServing(
  db: Db,
  placeArs: readonly string[],
): Promise<Map<string, Portal[]>> {
  const rows = await db
    .$extendTables<TenantsTables>()
    .withRecursive("chain", (start) =>
      start
        .selectFrom("tenants.place as place")
        .where("place.ars", "in", placeArs)
        .select([
          "place.ars as place_ars",
          "place.administered_by as authority_id",
          sql<number>`0`.as("depth"),
        ])
        .unionAll((step) =>
          step
            .selectFrom("chain")
            .innerJoin(
              "tenants.authority as below",
              "below.id",
              "chain.authority_id",
            )
            .where("below.parent_id", "is not", null)
            .where("chain.depth", "<", 8)
            .select([
              "chain.place_ars",
              sql<string>`below.parent_id`.as("authority_id"),
              sql<number>`chain.depth + 1`.as("depth"),
            ]),
        ),
    )
    .selectFrom("chain")
    .innerJoin(
      "tenants.authority as authority",
      "authority.id",
      "chain.authority_id",
    )
    .where("authority.host", "is not", null)
    .where("authority.enabled", "=", true)
    .where("authority.kind", "!=", "installation")
    .select(["chain.place_ars", ...portalColumns])
    .orderBy("chain.depth")
    .execute();
  return groupByPlace(rows);
}

/** Portals that serve one place, nearest first: who administers it, then those above. */
export async function listPortalsOfPlace(
  db: Db,
  ars: string,
): Promise<readonly Portal[]> {
  return (await listPortalsServing(db, [ars])).get(ars) ?? [];
}

/** Writes a place; one with the same ARS is replaced. */
export async function savePlace(
  db: Db,
  place: Place & {
    readonly administeredBy: string;
    readonly population: number;
    readonly latitude?: number | undefined;
    readonly longitude?: number | undefined;
  },
): Promise<void> {
  const columns = {
    name: place.name,
    postcodes: [...place.postcodes],
    administered_by: place.administeredBy,
    population: place.population,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
  };
  await db
    .$extendTables<TenantsTables>()
    .insertInto("tenants.place")
    .values({ ars: place.ars, ...columns })
    .onConflict((conflict) => conflict.column("ars").doUpdateSet(columns))
    .execute();
  await savePlaceSearch(db, [place]);
}

/** How many postcodes each place has, by ARS. */
export async function countPostcodes(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.place")
    .select(["ars", sql<number>`cardinality(postcodes)`.as("count")])
    .execute();
  return new Map(rows.map(({ ars, count }) => [ars, count]));
}

/** Forgets which set each place came with, so that those of the next one can be told from what was there before. */
export async function beginPlaceSet(db: Db): Promise<void> {
  await db
    .$extendTables<TenantsTables>()
    .updateTable("tenants.place")
    .set({ version: null })
    .execute();
}

/** Adds places to a set, each once in the list; one that is in it already gets the further postcodes. Who administers a known place stays. */
export async function addPlaces(
  db: Db,
  version: string,
  places: readonly PlaceLine[],
): Promise<void> {
  if (places.length === 0) return;
  await db
    .$extendTables<TenantsTables>()
    .insertInto("tenants.place")
    .values(
      places.map((place) => ({
        ...place,
        postcodes: [...place.postcodes],
        latitude: place.latitude ?? null,
        longitude: place.longitude ?? null,
        version,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("ars").doUpdateSet((values) => ({
        name: values.ref("excluded.name"),
        population: values.ref("excluded.population"),
        latitude: sql`coalesce(excluded.latitude, place.latitude)`,
        longitude: sql`coalesce(excluded.longitude, place.longitude)`,
        postcodes: sql`case when place.version is null then excluded.postcodes else array(select distinct unnest(place.postcodes || excluded.postcodes) order by 1) end`,
        version: values.ref("excluded.version"),
      })),
    )
    .execute();
}

/** Takes out the places that are not in the set, lets the others be found, and says how many went. */
export async function endPlaceSet(db: Db): Promise<number> {
  const deleted = await db
    .$extendTables<TenantsTables>()
    .deleteFrom("tenants.place")
    .where("version", "is", null)
    .executeTakeFirst();
  await indexPlaces(db);
  return Number(deleted.numDeletedRows);
}

const indexedAtOnce = 1000;

/** Lets all places be found by what they are called now and by what became part of them, and by their postcodes. */
export async function indexPlaces(db: Db): Promise<void> {
  const { rows } = await sql<Place & { former: string[] }>`
    with recursive became (former, ars) as (
      select name, successor_ars from tenants.commune where successor_ars is not null
      union
      select became.former, commune.successor_ars
      from became
      join tenants.commune on commune.ars = became.ars and commune.successor_ars is not null
    )
    select place.ars, place.name, place.postcodes,
      array(select became.former from became where became.ars = place.ars)
        || array(select commune.name from tenants.commune where commune.ars = place.ars and commune.valid_until is not null) as former
    from tenants.place
    order by place.ars
  `.execute(db);
  for (let start = 0; start < rows.length; start += indexedAtOnce) {
    await savePlaceSearch(
      db,
      rows
        .slice(start, start + indexedAtOnce)
        .map(({ former, ...place }) => ({ ...place, formerNames: former })),
    );
  }
}

/**
 * Says where the chain of responsible authorities begins: at the nearest one whose area the place lies in, by its ARS. Places that are in
 * the care of another (a town that runs the administration of an Amt) keep it.
 */
export async function linkPlaces(db: Db): Promise<void> {
  const areaOf = (ars: string) => sql`case
    when length(${sql.ref(ars)}) < 12 then ${sql.ref(ars)}
    when ${sql.ref(ars)} like '__0000000000' then left(${sql.ref(ars)}, 2)
    when ${sql.ref(ars)} like '_____0000000' then left(${sql.ref(ars)}, 5)
    when ${sql.ref(ars)} like '_________000' then left(${sql.ref(ars)}, 9)
    else ${sql.ref(ars)} end`;
  await sql`
    with area as (
      select id, ${areaOf("ars")} as prefix from tenants.authority where ars is not null and kind <> 'company'
    ), nearest as (
      select distinct on (place.ars) place.ars, area.id
      from tenants.place
      join area on starts_with(place.ars, area.prefix)
      order by place.ars, length(area.prefix) desc
    )
    update tenants.place
    set administered_by = nearest.id
    from nearest
    where place.ars = nearest.ars
      and place.administered_by is distinct from nearest.id
      and (place.administered_by is null or exists (
        select from area
        where area.id = place.administered_by and starts_with(place.ars, area.prefix)
      ))
  `.execute(db);
}

function groupByPlace(
  rows: readonly (PortalRow & { place_ars: string })[],
): Map<string, Portal[]> {
  const portals = new Map<string, Portal[]>();
  for (const row of rows) {
    const ofPlace = portals.get(row.place_ars) ?? [];
    portals.set(row.place_ars, [...ofPlace, portalOf(row)]);
  }
  return portals;
}
