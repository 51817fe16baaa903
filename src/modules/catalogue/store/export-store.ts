import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ExportedLeistung } from "../domain/exported.ts";
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
};

/**
 * Leistungen that the tenant wrote or changed itself, those of a directory and of authorities above left out: whoever collects
 * them has them from there. With `since`
 * what was published from then on, also what is hidden by now.
 */
export async function listOwnLeistungen(
  db: Db,
  tenantId: string,
  since: Date | undefined,
): Promise<ExportedLeistung[]> {
  const { rows } = await sql<ExportRow>`
    select id, slug, title, teaser, initial, life_situation, form_key, content, updated_at, ${isShown} as is_shown
    from catalogue.leistung as leistung
    where tenant_id = ${tenantId}::uuid
      and ${since ? sql`updated_at >= ${since}` : isShown}
      and not exists (
        select from catalogue.inherited
        where inherited.tenant_id = ${tenantId}::uuid and inherited.leistung_id = leistung.id and inherited.overridden = '{}')
      and not ${isOfAbove}
    order by slug
  `.execute(db);
  return rows.map((row) => ({ ...leistungOf(row), isShown: row.is_shown }));
}
