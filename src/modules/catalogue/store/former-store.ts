import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Former, FormerPage } from "../domain/former.ts";
import { isShown } from "./leistung-row.ts";

type FormerRow = {
  slug: string;
  title: string;
  leika_key: string | null;
  life_situation: string;
  is_told: boolean;
  gone_at: Date;
  renamed_to: string | null;
  chosen: string | null;
  namesake: string | null;
};

/**
 * What the tenant showed under this name once and does not any more: deleted, hidden, renamed or ended. Nothing of what was never shown, and
 * of what is kept from view not the name. One statement.
 */
export async function findFormer(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<Former | undefined> {
  const { rows } = await sql<FormerRow>`
    select former.slug, former.title, former.leika_key, former.life_situation, former.gone_at,
      former.is_told and not exists (
        select from catalogue.leistung as itself
        where itself.tenant_id = ${tenantId}::uuid and itself.id = former.leistung_id and itself.is_hidden) as is_told,
      (
        select leistung.slug from catalogue.leistung as leistung
        where leistung.tenant_id = ${tenantId}::uuid and leistung.id = former.leistung_id and leistung.slug <> former.slug and ${isShown}
      ) as renamed_to,
      (
        select leads_to from catalogue.successor
        where successor.tenant_id = ${tenantId}::uuid and (successor.slug = former.slug or successor.slug = (
          select itself.slug from catalogue.leistung as itself
          where itself.tenant_id = ${tenantId}::uuid and itself.id = former.leistung_id))
        order by successor.slug <> former.slug
        limit 1
      ) as chosen,
      (
        select min(leistung.slug) from catalogue.leistung as leistung
        where leistung.tenant_id = ${tenantId}::uuid and leistung.leika_key = former.leika_key and leistung.slug <> former.slug
          and ${isShown}
        having count(*) = 1
      ) as namesake
    from (
      select slug, leistung_id, title, leika_key, life_situation, is_told, gone_at
      from catalogue.former_address
      where tenant_id = ${tenantId}::uuid and slug = ${slug}
      union all
      select slug, id, title, leika_key, life_situation, true, valid_until + 1
      from catalogue.leistung as ended
      where tenant_id = ${tenantId}::uuid and slug = ${slug} and not is_hidden and valid_until < current_date and exists (
        select from catalogue.leistung_version as version
        where version.tenant_id = ${tenantId}::uuid and version.leistung_id = ended.id
          and version.published_at < ended.valid_until + 1)
    ) as former
    order by former.gone_at desc
    limit 1
  `.execute(db);
  const [row] = rows;
  return row && formerOf(row);
}

function formerOf(row: FormerRow): Former {
  return {
    slug: row.slug,
    told: row.is_told ? { title: row.title, goneAt: row.gone_at } : undefined,
    leikaKey: row.leika_key,
    lifeSituation: row.life_situation,
    renamedTo: row.renamed_to ?? undefined,
    chosen: row.chosen ?? undefined,
    namesake: row.namesake ?? undefined,
  };
}

type FormerPageRow = {
  address: string;
  name: string | null;
  leads_to: string | null;
  gone_at: Date;
};

/** A provider of the tenant that is gone. One statement. */
export async function findFormerProvider(
  db: Db,
  tenantId: string,
  address: string,
): Promise<FormerPage | undefined> {
  const { rows } = await sql<FormerPageRow>`
    select address, name, leads_to, gone_at from catalogue.former_page
    where tenant_id = ${tenantId}::uuid and kind = 'provider' and address = ${address}
  `.execute(db);
  return formerPageOf(rows);
}

/** A topic that the tenant or the nearest authority above it removed. One statement. */
export async function findFormerTopic(
  db: Db,
  tenantId: string,
  address: string,
): Promise<FormerPage | undefined> {
  const { rows } = await sql<FormerPageRow>`
    select address, name, leads_to, gone_at
    from tenants.line_above(${tenantId}::uuid) as line
    join catalogue.former_page on tenant_id = line.authority_id and kind = 'topic' and address = ${address}
    order by line.distance
    limit 1
  `.execute(db);
  return formerPageOf(rows);
}

function formerPageOf([row]: readonly FormerPageRow[]): FormerPage | undefined {
  return (
    row && {
      address: row.address,
      told:
        row.name === null
          ? undefined
          : { title: row.name, goneAt: row.gone_at },
      leadsTo: row.leads_to ?? undefined,
    }
  );
}
