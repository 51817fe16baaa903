import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { SituationLayers } from "../domain/situations/situations.ts";
import { situationLayersOf, situationRowsOf } from "./situation-store.ts";
import {
  isOnlineAbove,
  isShown,
  summaryOf,
  type SummaryRow,
} from "./leistung-row.ts";

export type Front = {
  /** In the order of the authority. */
  readonly featured: readonly LeistungSummary[];
  /** Situations that have a Leistung. */
  readonly usedSituations: readonly string[];
  readonly layers: SituationLayers;
};

const mostFeatured = 12;

/** Keys of situations that have a Leistung which everybody may see; as a piece of SQL. */
const usedSituations = (tenantId: string) => sql`(
  select coalesce(array_agg(distinct place.situation_key), '{}')
  from catalogue.leistung_situation as place
  join catalogue.leistung as leistung on leistung.tenant_id = place.tenant_id and leistung.id = place.leistung_id
  where place.tenant_id = ${tenantId}::uuid and ${isShown})`;

/** What the authority shows on its home page. One statement. */
export async function readFront(db: Db, tenantId: string): Promise<Front> {
  const { rows } = await sql<{
    featured: SummaryRow[];
    found: string[];
    changes: unknown;
  }>`
    select
      (select coalesce(jsonb_agg(to_jsonb(shown) order by shown.featured_position), '[]') from (
        select id, slug, title, teaser, title_en, teaser_en, initial, life_situation, form_key, featured_position,
          ${isOnlineAbove} as is_online_above
        from catalogue.leistung as leistung
        where tenant_id = ${tenantId}::uuid and featured_position is not null and ${isShown}
        order by featured_position
        limit ${mostFeatured}
      ) as shown) as featured,
      ${usedSituations(tenantId)} as found,
      ${situationRowsOf(tenantId)} as changes
  `.execute(db);
  const [row] = rows;
  return {
    featured: row?.featured.map(summaryOf) ?? [],
    usedSituations: row?.found ?? [],
    layers: situationLayersOf(row?.changes ?? []),
  };
}

/** The tree alone, and which situations have a Leistung. One statement. */
export async function readUsedTree(
  db: Db,
  tenantId: string,
): Promise<Pick<Front, "usedSituations" | "layers">> {
  const { rows } = await sql<{ found: string[]; changes: unknown }>`
    select ${usedSituations(tenantId)} as found, ${situationRowsOf(tenantId)} as changes
  `.execute(db);
  return {
    usedSituations: rows[0]?.found ?? [],
    layers: situationLayersOf(rows[0]?.changes ?? []),
  };
}
