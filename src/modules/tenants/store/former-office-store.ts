import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FormerOffice } from "../domain/former-office.ts";

/** Keeps where an office was that is closed now. One statement. */
export async function saveFormerOffice(
  db: Db,
  tenantId: string,
  { slug, name, successor, goneAt }: FormerOffice & { readonly slug: string },
): Promise<void> {
  await sql`
    insert into tenants.former_office (tenant_id, slug, name, successor_slug, gone_at)
    values (${tenantId}::uuid, ${slug}, ${name}, ${successor ?? null}, ${goneAt})
    on conflict (tenant_id, slug) do update set name = excluded.name, successor_slug = excluded.successor_slug,
      gone_at = excluded.gone_at
  `.execute(db);
}

type FormerRow = { name: string; gone_at: Date; successor: string | null };

/** Successors may have been closed, too, each with one of its own. */
const mostSteps = 20;

/** A closed office of the tenant, and the first of its successors that is open. One statement. */
export async function findFormerOffice(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<FormerOffice | undefined> {
  const { rows } = await sql<FormerRow>`
    with recursive line as (
      select name, gone_at, successor_slug, 1 as step from tenants.former_office
      where tenant_id = ${tenantId}::uuid and slug = ${slug}
      union all
      select line.name, line.gone_at, next.successor_slug, step + 1 from line
      join tenants.former_office as next on next.tenant_id = ${tenantId}::uuid and next.slug = line.successor_slug
      where step < ${mostSteps})
    select line.name, line.gone_at, office.slug as successor from line
    left join tenants.office as office on office.tenant_id = ${tenantId}::uuid and office.slug = line.successor_slug
    order by office.slug is null, step
    limit 1
  `.execute(db);
  const [row] = rows;
  return (
    row && {
      name: row.name,
      goneAt: row.gone_at,
      successor: row.successor ?? undefined,
    }
  );
}

/** An office that was closed, as editors see it. */
export type ClosedOffice = FormerOffice & { readonly slug: string };

/** All closed offices of the tenant whose address nobody has taken since, the latest first, each with the successor that was chosen. */
export async function listClosedOffices(
  db: Db,
  tenantId: string,
): Promise<ClosedOffice[]> {
  const { rows } = await sql<FormerRow & { slug: string }>`
    select slug, name, gone_at, successor_slug as successor from tenants.former_office as former
    where tenant_id = ${tenantId}::uuid and not exists (
      select from tenants.office where office.tenant_id = ${tenantId}::uuid and office.slug = former.slug)
    order by gone_at desc, slug
  `.execute(db);
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    goneAt: row.gone_at,
    successor: row.successor ?? undefined,
  }));
}
