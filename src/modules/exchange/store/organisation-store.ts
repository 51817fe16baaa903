import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { openingLines } from "../domain/directory-opening.ts";
import { hoursOfText } from "../domain/hours-of-text.ts";
import type {
  DirectoryLeistung,
  Organisation,
} from "../domain/organisation.ts";

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
  openings: z
    .array(
      z.object({
        from: z.iso.date().optional(),
        until: z.iso.date().optional(),
        times: z.array(
          z.object({ weekday: z.int(), from: z.string(), to: z.string() }),
        ),
        days: z.array(
          z.object({
            day: z.iso.date(),
            reason: z.string(),
            spans: z.array(z.object({ from: z.string(), to: z.string() })),
          }),
        ),
        remarks: z.array(z.string()),
      }),
    )
    .default([]),
});

const mostFound = 20;
/** As much as an office may say besides its hours. */
const longestNote = 500;

/** Organisationseinheiten of the tenant's directories with this part in their German name, by name. */
export function findOrganisations(
  db: Db,
  tenantId: string,
  { words, today }: { readonly words: string; readonly today: string },
): Promise<Organisation[]> {
  const name = sql`entry.content->'is'->'names'->>'de'`;
  return read(db, tenantId, {
    condition: sql`position(lower(${words}) in lower(${name})) > 0`,
    today,
  });
}

/** The one with this key, from any source. */
export function findOrganisation(
  db: Db,
  tenantId: string,
  { key, today }: { readonly key: string; readonly today: string },
): Promise<Organisation[]> {
  return read(db, tenantId, { condition: sql`entry.key = ${key}`, today });
}

/** Who answers for a Leistung of a directory where this ARS is: the nearest; undefined where the directory names nobody. */
export async function findResponsibleOrganisation(
  db: Db,
  tenantId: string,
  {
    leistung: { source, key },
    ars,
    today,
  }: {
    readonly leistung: DirectoryLeistung;
    readonly ars: string;
    readonly today: string;
  },
): Promise<Organisation | undefined> {
  // An organisation says itself what it answers for, or a record of its own says it.
  const { rows } = await sql<Row>`
    select entry.key, entry.content->'is' as content
    from exchange.directory_area as area
    left join exchange.directory_entry as link on link.tenant_id = area.tenant_id and link.source = area.source
      and link.kind = 'zustaendigkeit' and area.kind = 'zustaendigkeit' and link.key = area.key
    join exchange.directory_entry as entry on entry.tenant_id = area.tenant_id and entry.source = area.source
      and entry.kind = 'organisation' and entry.key = coalesce(link.content->'is'->>'organisationKey', area.key)
    where area.tenant_id = ${tenantId}::uuid and area.source = ${source} and area.leistung_key = ${key}
      and area.kind in ('organisation', 'zustaendigkeit') and ${ars}::text like area.area || '%'
    order by length(area.area) desc, link.content->'is'->>'role' is not distinct from ${roleOfContact}, entry.key
    limit 1
  `.execute(db);
  return rows.map((row) => organisationOf(row, today))[0];
}

type Row = { readonly key: string; readonly content: unknown };

/** Who only answers questions comes after who decides. @see XZuFi, Rolle of a Zuständigkeit: 01 zuständige Stelle, 03 Ansprechpunkt */
const roleOfContact = "03";

/** Hours in figures count before those in words, which often say the same again. */
function organisationOf({ key, content }: Row, today: string): Organisation {
  const { names, hours, openings, ...rest } = organisationSchema.parse(content);
  const said = hoursOfText(hours);
  const read = openingLines(openings, today);
  const isRead = read.hours !== "";
  return {
    key,
    name: names.de,
    ...rest,
    hours: isRead ? read.hours : said.lines,
    days: read.days,
    note: (read.note === "" ? said.rest : read.note).slice(0, longestNote),
  };
}

async function read(
  db: Db,
  tenantId: string,
  {
    condition,
    today,
  }: { readonly condition: RawBuilder<unknown>; readonly today: string },
): Promise<Organisation[]> {
  const { rows } = await sql<Row>`
    select entry.key, entry.content->'is' as content from exchange.directory_entry as entry
    where entry.tenant_id = ${tenantId}::uuid and entry.kind = 'organisation' and ${condition}
    order by entry.content->'is'->'names'->>'de', entry.key
    limit ${mostFound}
  `.execute(db);
  return rows.map((row) => organisationOf(row, today));
}
