import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { hoursOfText } from "../domain/hours-of-text.ts";
import type { Organisation } from "../domain/organisation.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const organisationSchema = z.object({
  names: z.object({ de: z.string() }),
  street: text,
  postcode: text,
  town: text,
  phone: text,
  email: text,
  hours: text,
});

const mostFound = 20;
/** As much as an office may say besides its hours. */
const longestNote = 500;

/** Organisationseinheiten of the tenant's directories with this part in their German name, by name. */
export function findOrganisations(
  db: Db,
  tenantId: string,
  words: string,
): Promise<Organisation[]> {
  const name = sql`entry.content->'is'->'names'->>'de'`;
  return read(
    db,
    tenantId,
    sql`position(lower(${words}) in lower(${name})) > 0`,
  );
}

/** The one with this key, from any source. */
export function findOrganisation(
  db: Db,
  tenantId: string,
  key: string,
): Promise<Organisation[]> {
  return read(db, tenantId, sql`entry.key = ${key}`);
}

/** Who answers for a Leistung that was imported, where this ARS is: the nearest; undefined where the directory names nobody. */
export async function findResponsibleOrganisation(
  db: Db,
  tenantId: string,
  { leistungId, ars }: { readonly leistungId: string; readonly ars: string },
): Promise<Organisation | undefined> {
  // An organisation says itself what it answers for, or a record of its own says it.
  const { rows } = await sql<Row>`
    select entry.key, entry.content->'is' as content
    from catalogue.inherited as inherited
    join catalogue.directory_area as area on area.tenant_id = inherited.tenant_id and area.source = inherited.source
      and area.leistung_key = inherited.source_key and area.kind in ('organisation', 'zustaendigkeit')
      and ${ars}::text like area.area || '%'
    left join catalogue.directory_entry as link on link.tenant_id = area.tenant_id and link.source = area.source
      and link.kind = 'zustaendigkeit' and area.kind = 'zustaendigkeit' and link.key = area.key
    join catalogue.directory_entry as entry on entry.tenant_id = area.tenant_id and entry.source = area.source
      and entry.kind = 'organisation' and entry.key = coalesce(link.content->'is'->>'organisationKey', area.key)
    where inherited.tenant_id = ${tenantId}::uuid and inherited.leistung_id = ${leistungId}::uuid
    order by length(area.area) desc, entry.key
    limit 1
  `.execute(db);
  return rows.map(organisationOf)[0];
}

type Row = { readonly key: string; readonly content: unknown };

function organisationOf({ key, content }: Row): Organisation {
  const { names, hours, ...rest } = organisationSchema.parse(content);
  const { lines, rest: note } = hoursOfText(hours);
  return {
    key,
    name: names.de,
    ...rest,
    hours: lines,
    note: note.slice(0, longestNote),
  };
}

async function read(
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
): Promise<Organisation[]> {
  const { rows } = await sql<Row>`
    select entry.key, entry.content->'is' as content from catalogue.directory_entry as entry
    where entry.tenant_id = ${tenantId}::uuid and entry.kind = 'organisation' and ${condition}
    order by entry.content->'is'->'names'->>'de', entry.key
    limit ${mostFound}
  `.execute(db);
  return rows.map(organisationOf);
}
