import { sql, type Selectable, type SqlBool } from "kysely";
import { z } from "zod";
import type { AssuranceLevel } from "../domain/content/assurance-level.ts";
import type {
  Leistung,
  LeistungSummary,
  TakenOver,
} from "../domain/leistung.ts";
import type { ProviderName } from "../domain/provider.ts";
import { contentSchema } from "./content-schema.ts";
import type { CatalogueTables } from "./tables.ts";

type LeistungRow = Selectable<CatalogueTables["catalogue.leistung"]>;

/** Columns of which a `LeistungSummary` is made. */
export const summaryColumns = [
  "leistung.id",
  "leistung.slug",
  "leistung.title",
  "leistung.teaser",
  "leistung.title_en",
  "leistung.teaser_en",
  "leistung.initial",
  "leistung.life_situation",
  "leistung.form_key",
] as const;

export type SummaryRow = Pick<
  LeistungRow,
  | "id"
  | "slug"
  | "title"
  | "teaser"
  | "title_en"
  | "teaser_en"
  | "initial"
  | "life_situation"
  | "form_key"
> & {
  readonly provider?: ProviderName | null;
  readonly is_online_above?: boolean;
};

/** Who offers a row of `leistung`, where that is not the authority itself. */
export const providerOfLeistung = sql<ProviderName | null>`(
  select jsonb_build_object('slug', provider.slug, 'name', provider.name)
  from catalogue.provided
  join catalogue.provider on provider.tenant_id = provided.tenant_id and provider.slug = provided.provider_slug
  where provided.tenant_id = leistung.tenant_id and provided.leistung_id = leistung.id
)`;

/** True for a row of `leistung` that words what an authority above offers online: the form is kept there. */
export const isOnlineAbove = sql<boolean>`(leistung.form_key is null and exists (
  select from catalogue.inherited as above
  where above.tenant_id = leistung.tenant_id and above.leistung_id = leistung.id
    and above.source like 'portal:%' and above.is_online_above))`;

/** What everybody may see today: not hidden, begun and not ended. As a piece of SQL about `leistung`. */
export const isShown = sql<SqlBool>`not leistung.is_hidden
  and leistung.valid_from <= current_date and leistung.valid_until >= current_date`;

export const assuranceLevelSchema: z.ZodType<AssuranceLevel> = z.enum([
  "none",
  "low",
  "substantial",
  "high",
]);

export function summaryOf(row: SummaryRow): LeistungSummary {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    teaser: row.teaser,
    ...((row.title_en ?? row.teaser_en) !== null && {
      english: {
        title: row.title_en ?? undefined,
        teaser: row.teaser_en ?? undefined,
      },
    }),
    initial: row.initial,
    lifeSituation: row.life_situation,
    formKey: row.form_key,
    ...(row.is_online_above && { isOnlineAbove: true }),
    ...(row.provider && { provider: row.provider }),
  };
}

export function leistungOf(
  row: SummaryRow & Pick<LeistungRow, "content" | "updated_at">,
): Leistung {
  return {
    ...summaryOf(row),
    content: contentSchema.parse(row.content),
    updatedAt: row.updated_at,
  };
}

/** True for a Leistung of an authority above in the words of this one (`isOfAbove`). As a piece of SQL about `leistung`. */
export const isOfAbove = sql<SqlBool>`(leistung.form_key is null and exists (
  select from catalogue.inherited as inherited
  where inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id and inherited.source like 'portal:%'))`;

/** Where a Leistung is taken over from; as a piece of SQL about `leistung`. */
export const takenOver = sql`(
  select jsonb_build_object('source', inherited.source, 'key', inherited.source_key,
    'ownParts', (select coalesce(jsonb_agg(part), '[]') from jsonb_object_keys(inherited.overridden) as part))
  from catalogue.inherited as inherited
  where inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id)`;

export const takenOverSchema: z.ZodType<TakenOver | undefined> = z
  .object({
    source: z.string(),
    key: z.string(),
    ownParts: z.array(z.string()),
  })
  .nullable()
  .transform((value) => value ?? undefined);
