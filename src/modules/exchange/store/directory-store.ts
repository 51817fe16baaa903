import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { composed, type DirectoryParts } from "../domain/directory.ts";

export type AppliedRun = {
  readonly runId: string;
  readonly source: string;
  /** `whole`: what the source delivered before and does not now is deleted. */
  readonly mode: "delta" | "whole";
};

/**
 * Brings what a run has read into the directory: the last record of a key counts, the source's deletions are done. Answers the keys of the
 * Leistungen that are affected; a record that is the same as before affects none.
 */
export async function applyRun(
  db: Db,
  tenantId: string,
  { runId, source, mode }: AppliedRun,
): Promise<readonly string[]> {
  const newest = sql`(
    select distinct on (kind, key) kind, key, content, areas from exchange.import_record
    where tenant_id = ${tenantId}::uuid and run_id = ${runId}::uuid
    order by kind, key, position desc)`;
  // Before anything changes: whatever goes affects the Leistungen it answered for.
  const { rows: gone } = await sql<{ kind: string; key: string }>`
    select entry.kind, entry.key from exchange.directory_entry as entry
    left join ${newest} as given on given.kind = entry.kind and given.key = entry.key
    where entry.tenant_id = ${tenantId}::uuid and entry.source = ${source}
      and (given.key is not null and given.content is null or ${mode === "whole"} and given.key is null)
  `.execute(db);
  const { rows: changed } = await sql<{ kind: string; key: string }>`
    insert into exchange.directory_entry (tenant_id, source, kind, key, content)
    select ${tenantId}::uuid, ${source}, kind, key, jsonb_build_object('is', content, 'areas', areas)
    from ${newest} as given where content is not null
    on conflict (tenant_id, source, kind, key) do update set content = excluded.content
      where directory_entry.content is distinct from excluded.content
    returning kind, key
  `.execute(db);
  const touched = [...gone, ...changed];
  const before = await leistungenOf(db, tenantId, { source, touched });
  await removeEntries(db, tenantId, { source, gone });
  await replaceAreas(db, tenantId, { source, changed });
  const after = await leistungenOf(db, tenantId, { source, touched: changed });
  return [...new Set([...before, ...after])];
}

type Keys = readonly { readonly kind: string; readonly key: string }[];

const kindsOf = (keys: Keys) => keys.map(({ kind }) => kind);
const keysOf = (keys: Keys) => keys.map(({ key }) => key);

async function leistungenOf(
  db: Db,
  tenantId: string,
  { source, touched }: { source: string; touched: Keys },
): Promise<string[]> {
  const own = touched.filter(({ kind }) => kind === "leistung");
  const parts = touched.filter(
    ({ kind }) =>
      kind === "specialisation" ||
      kind === "online-service" ||
      kind === "zustaendigkeit",
  );
  if (parts.length === 0) return keysOf(own);
  // A Zuständigkeit counts where it is that of an online service: its own change, and one of the service.
  const { rows } = await sql<{ leistung_key: string }>`
    with given as (
      select kind, key from unnest(${kindsOf(parts)}::text[], ${keysOf(parts)}::text[]) as it (kind, key)),
    part as (
      select kind, key from given where kind <> 'zustaendigkeit'
      union
      select link.kind, link.key from given
      join exchange.directory_entry as link on link.tenant_id = ${tenantId}::uuid and link.source = ${source}
        and link.kind = 'zustaendigkeit' and link.key = given.key and ${serviceKey} is not null
      where given.kind = 'zustaendigkeit'
      union
      select link.kind, link.key from given
      join exchange.directory_entry as link on link.tenant_id = ${tenantId}::uuid and link.source = ${source}
        and link.kind = 'zustaendigkeit' and ${serviceKey} = given.key
      where given.kind = 'online-service')
    select distinct area.leistung_key
    from part
    join exchange.directory_area as area on area.tenant_id = ${tenantId}::uuid
      and area.source = ${source} and area.kind = part.kind and area.key = part.key
  `.execute(db);
  return [...keysOf(own), ...rows.map(({ leistung_key }) => leistung_key)];
}

/** The online service that a Zuständigkeit on its own belongs to. */
const serviceKey = sql`(link.content->'is'->>'serviceKey')`;

async function removeEntries(
  db: Db,
  tenantId: string,
  { source, gone }: { source: string; gone: Keys },
) {
  await sql`
    delete from exchange.directory_entry as entry
    using unnest(${kindsOf(gone)}::text[], ${keysOf(gone)}::text[]) as it (kind, key)
    where entry.tenant_id = ${tenantId}::uuid and entry.source = ${source} and entry.kind = it.kind and entry.key = it.key
  `.execute(db);
}

async function replaceAreas(
  db: Db,
  tenantId: string,
  { source, changed }: { source: string; changed: Keys },
) {
  await sql`
    delete from exchange.directory_area as area
    using unnest(${kindsOf(changed)}::text[], ${keysOf(changed)}::text[]) as it (kind, key)
    where area.tenant_id = ${tenantId}::uuid and area.source = ${source} and area.kind = it.kind and area.key = it.key
  `.execute(db);
  await sql`
    insert into exchange.directory_area (tenant_id, source, kind, key, leistung_key, area)
    select distinct entry.tenant_id, entry.source, entry.kind, entry.key, place->>0, place->>1
    from unnest(${kindsOf(changed)}::text[], ${keysOf(changed)}::text[]) as it (kind, key)
    join exchange.directory_entry as entry on entry.tenant_id = ${tenantId}::uuid and entry.source = ${source}
      and entry.kind = it.kind and entry.key = it.key
    cross join lateral jsonb_array_elements(entry.content->'areas') as place
  `.execute(db);
}

const partSchema = z.record(z.string(), z.unknown());
const linkSchema = z.array(
  z.object({
    name: z.object({ de: z.string() }).catchall(z.string()),
    url: z.string(),
    assuranceLevel: z.enum(["none", "low", "substantial", "high"]).optional(),
  }),
);

/** What Leistungen of a source say where this ARS is; none of those that the source does not deliver any more. */
export async function readContents(
  db: Db,
  tenantId: string,
  {
    source,
    keys,
    ars,
  }: { source: string; keys: readonly string[]; ars: string },
): Promise<ReadonlyMap<string, ReturnType<typeof composed>>> {
  const { rows } = await sql<{
    key: string;
    content: unknown;
    specialisations: unknown[];
    services: unknown[];
  }>`
    select leistung.key, leistung.content->'is' as content,
      ${partsOf(tenantId, { source, ars, from: specialisationAreas })} as specialisations,
      ${partsOf(tenantId, { source, ars, from: serviceAreas })} as services
    from exchange.directory_entry as leistung
    where leistung.tenant_id = ${tenantId}::uuid and leistung.source = ${source} and leistung.kind = 'leistung'
      and leistung.key = any(${[...keys]}::text[])
  `.execute(db);
  return new Map(
    rows.map((row) => [
      row.key,
      composed({
        leistung: partSchema.parse(row.content),
        specialisations: row.specialisations.map((part) =>
          partSchema.parse(part),
        ),
        onlineServices: row.services.flatMap(servicesOf),
      }),
    ]),
  );
}

function servicesOf(part: unknown): DirectoryParts["onlineServices"] {
  return linkSchema.parse(partSchema.parse(part)["links"]);
}

type Place = { readonly source: string; readonly ars: string };

const specialisationAreas = (tenantId: string, { source }: Place) => sql`
  select area, kind, key from exchange.directory_area
  where tenant_id = ${tenantId}::uuid and source = ${source} and kind = 'specialisation' and leistung_key = leistung.key`;

/** An online service says itself where it holds, or Zuständigkeiten on their own say it. */
const serviceAreas = (tenantId: string, { source }: Place) => sql`
  select area, kind, key from exchange.directory_area
  where tenant_id = ${tenantId}::uuid and source = ${source} and kind = 'online-service' and leistung_key = leistung.key
  union
  select its.area, 'online-service', ${serviceKey} from exchange.directory_area as its
  join exchange.directory_entry as link on link.tenant_id = its.tenant_id and link.source = its.source
    and link.kind = its.kind and link.key = its.key
  where its.tenant_id = ${tenantId}::uuid and its.source = ${source} and its.kind = 'zustaendigkeit'
    and its.leistung_key = leistung.key and ${serviceKey} is not null`;

/** The nearest last; a part that holds for several areas here stands once, as its nearest. */
const partsOf = (
  tenantId: string,
  { from, ...place }: Place & { readonly from: typeof serviceAreas },
) => sql`(
  select coalesce(jsonb_agg(content order by nearness, key), '[]') from (
    select part.content->'is' as content, part.key, max(length(area.area)) as nearness
    from (${from(tenantId, place)}) as area
    join exchange.directory_entry as part on part.tenant_id = ${tenantId}::uuid and part.source = ${place.source}
      and part.kind = area.kind and part.key = area.key
    where ${place.ars}::text like area.area || '%'
    group by part.content, part.key) as it)`;
