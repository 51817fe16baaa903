import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { Provider } from "../domain/provider.ts";
import {
  isOnlineAbove,
  isShown,
  summaryColumns,
  summaryOf,
} from "./leistung-row.ts";
import type { CatalogueTables } from "./tables.ts";

const kindSchema = z.enum(["company", "land", "federation"]);

/** A provider of a tenant; undefined when it has none of this name. */
export async function findProvider(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<Provider | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.provider")
    .select(["slug", "kind", "name", "tasks", "website", "phone", "email"])
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && { ...row, kind: kindSchema.parse(row.kind) };
}

/** What everybody may see of what a provider offers, in no particular order. */
export async function listProvided(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<LeistungSummary[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.provided as provided")
    .innerJoin("catalogue.leistung as leistung", (join) =>
      join
        .onRef("leistung.tenant_id", "=", "provided.tenant_id")
        .onRef("leistung.id", "=", "provided.leistung_id"),
    )
    .select(summaryColumns)
    .select(isOnlineAbove.as("is_online_above"))
    .where("provided.tenant_id", "=", tenantId)
    .where("provided.provider_slug", "=", slug)
    .where(isShown)
    .execute();
  return rows.map(summaryOf);
}

/** Writes the providers of a tenant in their order; those with the same name are replaced, others stay. */
export async function saveProviders(
  db: Db,
  tenantId: string,
  providers: readonly Provider[],
): Promise<void> {
  await sql`
    insert into catalogue.provider (tenant_id, slug, kind, name, tasks, website, phone, email, position)
    select ${tenantId}::uuid, given.*
    from jsonb_to_recordset(${JSON.stringify(providers.map((provider, position) => ({ ...provider, position })))}::jsonb)
      as given (slug text, kind text, name text, tasks text, website text, phone text, email text, position int)
    on conflict (tenant_id, slug) do update set
      kind = excluded.kind, name = excluded.name, tasks = excluded.tasks, website = excluded.website,
      phone = excluded.phone, email = excluded.email, position = excluded.position
  `.execute(db);
}

/** Says who offers which Leistung. */
export async function saveProvided(
  db: Db,
  tenantId: string,
  provided: readonly {
    readonly leistungId: string;
    readonly providerSlug: string;
  }[],
): Promise<void> {
  await sql`
    insert into catalogue.provided (tenant_id, leistung_id, provider_slug)
    select ${tenantId}::uuid, * from unnest(
      ${provided.map(({ leistungId }) => leistungId)}::uuid[],
      ${provided.map(({ providerSlug }) => providerSlug)}::text[]
    )
    on conflict (tenant_id, leistung_id) do update set provider_slug = excluded.provider_slug
  `.execute(db);
}
