import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
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
});

const mostFound = 20;

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

async function read(
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
): Promise<Organisation[]> {
  const { rows } = await sql<{ key: string; content: unknown }>`
    select entry.key, entry.content->'is' as content from catalogue.directory_entry as entry
    where entry.tenant_id = ${tenantId}::uuid and entry.kind = 'organisation' and ${condition}
    order by entry.content->'is'->'names'->>'de', entry.key
    limit ${mostFound}
  `.execute(db);
  return rows.map(({ key, content }) => {
    const { names, ...rest } = organisationSchema.parse(content);
    return { key, name: names.de, ...rest };
  });
}
