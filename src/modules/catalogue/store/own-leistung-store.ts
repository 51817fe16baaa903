import { sql, type SqlBool } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { OwnLeistung, Responsibility } from "../domain/own-leistung.ts";
import {
  isOfAbove,
  isShown,
  leistungOf,
  type SummaryRow,
} from "./leistung-row.ts";

type ExportRow = SummaryRow & {
  content: unknown;
  updated_at: Date;
  is_shown: boolean;
  services_before: unknown;
};

const servicesSchema = z.array(z.object({ url: z.string() })).nullable();

/**
 * Leistungen that the tenant wrote or changed itself, those of a directory and of authorities above left out: whoever collects
 * them has them from there. With `since`
 * what was published from then on, also what is hidden by now.
 */
export async function listOwnLeistungen(
  db: Db,
  tenantId: string,
  since: Date | undefined,
): Promise<OwnLeistung[]> {
  const { rows } = await sql<ExportRow>`
    select id, slug, title, teaser, initial, life_situation, form_key, content, updated_at, ${isShown} as is_shown,
      ${since ? servicesBefore(since) : sql`null`} as services_before
    from catalogue.leistung as leistung
    where tenant_id = ${tenantId}::uuid and ${since ? changedSince(since) : isShown} and ${isOwn}
    order by slug
  `.execute(db);
  return rows.map((row) => ({
    ...leistungOf(row),
    isShown: row.is_shown,
    servicesBefore: (servicesSchema.parse(row.services_before) ?? []).map(
      ({ url }) => url,
    ),
  }));
}

/** Which offices answer for the Leistungen that `listOwnLeistungen` hands out in full. */
export async function listResponsibilities(
  db: Db,
  tenantId: string,
): Promise<Responsibility[]> {
  const { rows } = await sql<Responsibility>`
    select id as "leistungId", office_slug as "officeSlug" from catalogue.leistung as leistung
    where tenant_id = ${tenantId}::uuid and ${isShown} and ${isOwn} and office_slug <> ''
    order by slug
  `.execute(db);
  return rows;
}

const isOwn = sql<SqlBool>`not exists (
  select from catalogue.inherited
  where inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id and inherited.overridden = '{}')
  and not ${isOfAbove}`;

/** Published, hidden or shown again, begun or ended from this moment on. */
const changedSince = (since: Date) => sql<SqlBool>`(
  greatest(updated_at, visibility_changed_at) >= ${since}
  or valid_from between ${since}::date and current_date
  or valid_until between ${since}::date - 1 and current_date - 1)`;

const servicesBefore = (since: Date) => sql`(
  select content->'onlineServices' from catalogue.leistung_version as known
  where known.tenant_id = leistung.tenant_id and known.leistung_id = leistung.id and known.published_at < ${since}
  order by version desc limit 1)`;
