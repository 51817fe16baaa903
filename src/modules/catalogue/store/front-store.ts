import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { OwnSituation } from "../domain/situations.ts";
import { isShown, summaryOf, type SummaryRow } from "./leistung-row.ts";

export type Front = {
  /** In the order of the authority. */
  readonly featured: readonly LeistungSummary[];
  /** Situations that have a Leistung. */
  readonly usedSituations: readonly string[];
  readonly ownSituations: readonly OwnSituation[];
};

const mostFeatured = 12;

const ownSituations: z.ZodType<readonly OwnSituation[]> = z.array(
  z.object({
    key: z.string(),
    parentKey: z.string().nullable(),
    audience: z.enum(["citizen", "business"]),
    address: z.string(),
    names: z.object({ de: z.string() }).catchall(z.string()),
    position: z.int(),
    isHidden: z.boolean(),
  }),
);

/** What a tenant changed in the tree, as one value of a statement. */
const ownSituationsOf = (tenantId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'key', key, 'parentKey', parent_key, 'audience', audience, 'address', address,
    'names', names, 'position', position, 'isHidden', is_hidden)), '[]')
  from catalogue.situation where tenant_id = ${tenantId}::uuid)`;

/** What the authority shows on its home page. One statement. */
export async function readFront(db: Db, tenantId: string): Promise<Front> {
  const { rows } = await sql<{
    featured: SummaryRow[];
    found: string[];
    own: unknown;
  }>`
    select
      (select coalesce(jsonb_agg(to_jsonb(shown) order by shown.featured_position), '[]') from (
        select id, slug, title, teaser, initial, life_situation, form_key, featured_position
        from catalogue.leistung as leistung
        where tenant_id = ${tenantId}::uuid and featured_position is not null and ${isShown}
        order by featured_position
        limit ${mostFeatured}
      ) as shown) as featured,
      (select coalesce(array_agg(distinct place.situation_key), '{}')
        from catalogue.leistung_situation as place
        join catalogue.leistung as leistung on leistung.tenant_id = place.tenant_id and leistung.id = place.leistung_id
        where place.tenant_id = ${tenantId}::uuid and ${isShown}) as found,
      ${ownSituationsOf(tenantId)} as own
  `.execute(db);
  const [row] = rows;
  return {
    featured: row?.featured.map(summaryOf) ?? [],
    usedSituations: row?.found ?? [],
    ownSituations: ownSituations.parse(row?.own ?? []),
  };
}

/** What a tenant changed in the tree of situations. One statement. */
export async function readOwnSituations(
  db: Db,
  tenantId: string,
): Promise<readonly OwnSituation[]> {
  const { rows } = await sql<{
    own: unknown;
  }>`select ${ownSituationsOf(tenantId)} as own`.execute(db);
  return ownSituations.parse(rows[0]?.own);
}
