import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Commune, HeldCommune } from "../domain/commune.ts";

type CommuneRow = {
  ars: string;
  name: string;
  kind: number;
  county: string;
  association: string;
  association_kind: number | null;
  postcode: string | null;
  area_hectares: number;
  population: number;
  valid_from: string;
};

/** The day of the register that was brought last; undefined where there was none. Waits for another import to end. */
export async function findRegisterDay(db: Db): Promise<string | undefined> {
  await sql`lock table tenants.register_state in share row exclusive mode`.execute(
    db,
  );
  const { rows } = await sql<{ as_of: string }>`
    select to_char(as_of, 'YYYY-MM-DD') as as_of from tenants.register_state
  `.execute(db);
  return rows[0]?.as_of;
}

export async function saveRegisterDay(
  db: Db,
  { asOf, now }: { readonly asOf: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into tenants.register_state (as_of, imported_at) values (${asOf}::date, ${now})
    on conflict (only_one) do update set as_of = excluded.as_of, imported_at = excluded.imported_at
  `.execute(db);
}

/** Every commune that holds. */
export async function listHeldCommunes(db: Db): Promise<HeldCommune[]> {
  const { rows } = await sql<CommuneRow>`
    select ars, name, kind, county, association, association_kind, postcode, area_hectares, population,
      to_char(valid_from, 'YYYY-MM-DD') as valid_from
    from tenants.commune where valid_until is null
  `.execute(db);
  return rows.map((row) => ({
    ars: row.ars,
    name: row.name,
    kind: row.kind,
    county: row.county,
    association: row.association,
    associationKind: row.association_kind ?? undefined,
    postcode: row.postcode ?? undefined,
    areaHectares: row.area_hectares,
    population: row.population,
    validFrom: row.valid_from,
  }));
}

/** Communes that begin to hold, or hold again in another way, on a day. */
export async function addCommunes(
  db: Db,
  asOf: string,
  communes: readonly Commune[],
): Promise<void> {
  await sql`
    insert into tenants.commune
      (ars, valid_from, name, kind, county, association, association_kind, postcode, area_hectares, population)
    select ars, ${asOf}::date, name, kind, county, association, association_kind, postcode, area_hectares, population
    from ${rowsOf(communes)}
  `.execute(db);
}

/** Writes over what is known of communes that hold, without history. */
export async function correctCommunes(
  db: Db,
  communes: readonly Commune[],
): Promise<void> {
  await sql`
    update tenants.commune as held
    set name = given.name, kind = given.kind, county = given.county, association = given.association,
      association_kind = given.association_kind, postcode = given.postcode, area_hectares = given.area_hectares,
      population = given.population
    from ${rowsOf(communes)}
    where held.ars = given.ars and held.valid_until is null
  `.execute(db);
}

function rowsOf(communes: readonly Commune[]) {
  const column = <Name extends keyof Commune>(name: Name) =>
    communes.map((commune) => commune[name] ?? null);
  return sql`unnest(
    ${column("ars")}::text[], ${column("name")}::text[], ${column("kind")}::smallint[], ${column("county")}::text[],
    ${column("association")}::text[], ${column("associationKind")}::smallint[], ${column("postcode")}::text[],
    ${column("areaHectares")}::int[], ${column("population")}::int[]
  ) as given (ars, name, kind, county, association, association_kind, postcode, area_hectares, population)`;
}

/** Ends what holds of communes, on a day. One that began on that day never held and leaves nothing behind. */
export async function endCommunes(
  db: Db,
  asOf: string,
  ended: readonly {
    readonly ars: string;
    readonly successor?: string | undefined;
  }[],
): Promise<void> {
  const list = sql`unnest(
    ${ended.map(({ ars }) => ars)}::text[],
    ${ended.map(({ successor }) => successor ?? null)}::text[]
  ) as gone (ars, successor)`;
  await sql`
    delete from tenants.commune as held using ${list}
    where held.ars = gone.ars and held.valid_until is null and held.valid_from >= ${asOf}::date
  `.execute(db);
  await sql`
    update tenants.commune as held
    set valid_until = ${asOf}::date, successor_ars = gone.successor
    from ${list}
    where held.ars = gone.ars and held.valid_until is null
  `.execute(db);
}

/** Says of communes that have ended what they became. Those that hold stay. */
export async function nameSuccessors(
  db: Db,
  successions: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  await sql`
    update tenants.commune as ended
    set successor_ars = became.target
    from unnest(
      ${successions.map(({ from }) => from)}::text[],
      ${successions.map(({ to }) => to)}::text[]
    ) as became (source, target)
    where ended.ars = became.source
      and ended.valid_until is not null
      and ended.successor_ars is null
      and not exists (select from tenants.commune as held where held.ars = ended.ars and held.valid_until is null)
  `.execute(db);
}

/** Communes that have ended, and nobody said what they became. */
export async function listLostCommunes(
  db: Db,
): Promise<{ ars: string; name: string }[]> {
  const { rows } = await sql<{ ars: string; name: string }>`
    select ended.ars, ended.name from tenants.commune as ended
    where ended.successor_ars is null
      and not exists (
        select from tenants.commune as later
        where later.ars = ended.ars and (later.valid_until is null or later.valid_from > ended.valid_from)
      )
    order by ended.ars
  `.execute(db);
  return rows;
}

/** The ARS that holds today for any that ever was one; undefined for what never was, and where nobody said what it became. */
export async function followArs(
  db: Db,
  ars: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ ars: string }>`
    with recursive became (ars, steps) as (
      select ${ars}::text, 0
      union
      select commune.successor_ars, steps + 1
      from became
      join tenants.commune on commune.ars = became.ars and commune.successor_ars is not null
      where steps < 20
    )
    select became.ars from became
    join tenants.commune on commune.ars = became.ars and commune.valid_until is null
    order by steps
    limit 1
  `.execute(db);
  return rows[0]?.ars;
}
