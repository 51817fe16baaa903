import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { SituationLayers } from "../domain/situations.ts";
import { situationLayersOf, situationRowsOf } from "./situation-store.ts";
import { isShown, summaryOf, type SummaryRow } from "./leistung-row.ts";

export type Front = {
  /** In the order of the authority. */
  readonly featured: readonly LeistungSummary[];
  /** Situations that have a Leistung. */
  readonly usedSituations: readonly string[];
  readonly layers: SituationLayers;
};

const mostFeatured = 12;

/** What the authority shows on its home page. One statement. */
export async function readFront(db: Db, tenantId: string): Promise<Front> {
  const { rows } = await sql<{
    featured: SummaryRow[];
    found: string[];
    changes: unknown;
  }>`
    select
      (select coalesce(jsonb_agg(to_jsonb(shown) order by shown.featured_position), '[]') from (
        select id, slug, title, teaser, title_en, teaser_en, initial, life_situation, form_key, featured_position
        from catalogue.leistung as leistung
        where tenant_id = ${tenantId}::uuid and featured_position is not null and ${isShown}
        order by featured_position
        limit ${mostFeatured}
      ) as shown) as featured,
      (select coalesce(array_agg(distinct place.situation_key), '{}')
        from catalogue.leistung_situation as place
        join catalogue.leistung as leistung on leistung.tenant_id = place.tenant_id and leistung.id = place.leistung_id
        where place.tenant_id = ${tenantId}::uuid and ${isShown}) as found,
      ${situationRowsOf(tenantId)} as changes
  `.execute(db);
  const [row] = rows;
  return {
    featured: row?.featured.map(summaryOf) ?? [],
    usedSituations: row?.found ?? [],
    layers: situationLayersOf(row?.changes ?? []),
  };
}
