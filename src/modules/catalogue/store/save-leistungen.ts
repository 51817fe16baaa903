import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { stableHash } from "../../../platform/values/stable-hash.ts";
import { initialOf } from "../domain/initial.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { parseContent } from "./content-schema.ts";

/** A Leistung to be published. */
export type LeistungToSave = {
  readonly id: string;
  readonly slug: string;
  readonly content: LeistungContent;
  /** Kept by one that is there already: `setFormOfLeistung` changes it. */
  readonly formKey: string | null;
  /** 1 is first on the home page; null is not shown there. */
  readonly featuredPosition: number | null;
  readonly isHidden?: boolean;
  readonly updatedAt: Date;
  /** Staff id of who published it; null for imports and commands. */
  readonly publishedBy?: string | null;
  /** Staff ids of who wrote it, and of who approved it. */
  readonly authors?: readonly string[];
  readonly approvedBy?: string | null;
};

/**
 * Writes Leistungen, their places in the tree and, where the content is new, a version. One of the tenant with the same id is replaced, except
 * for its form. Four statements, however many there are.
 */
export async function saveLeistungen(
  db: Db,
  tenantId: string,
  leistungen: readonly LeistungToSave[],
): Promise<void> {
  const rows = JSON.stringify(leistungen.map(rowOf));
  await saveRows(db, tenantId, rows);
  await saveVersions(db, tenantId, rows);
  await saveSituations(db, tenantId, leistungen);
}

function rowOf(leistung: LeistungToSave) {
  const content = parseContent(leistung.content);
  return {
    id: leistung.id,
    slug: leistung.slug,
    leika_key: content.leikaKey ?? null,
    title: content.title.de,
    initial: initialOf(content.title.de),
    teaser: content.teaser.de,
    life_situation: content.situations[0] ?? "",
    content,
    hash: stableHash(content),
    fee_cents: feeCentsOf(content),
    processing_working_days: workingDaysOf(content),
    assurance_level: content.assuranceLevel,
    online_maturity: content.onlineMaturity,
    form_key: leistung.formKey,
    office_slug: content.officeSlug,
    keywords: content.keywords,
    featured_position: leistung.featuredPosition,
    is_hidden: leistung.isHidden ?? false,
    valid_from: content.validFrom ?? "-infinity",
    valid_until: content.validUntil ?? "infinity",
    updated_at: leistung.updatedAt,
    published_by: leistung.publishedBy ?? null,
    authors: leistung.authors ?? [],
    approved_by: leistung.approvedBy ?? null,
  };
}

/** Null when it depends. */
function feeCentsOf({ fees = [] }: LeistungContent): number | null {
  const [fee, ...others] = fees;
  if (!fee || others.length > 0) return null;
  if (fee.kind === "free") return 0;
  return fee.kind === "fixed" ? fee.cents : null;
}

function workingDaysOf({ processingTime }: LeistungContent): number | null {
  return processingTime?.unit === "workingDay" ? processingTime.max : null;
}

const columns = sql`slug, leika_key, title, initial, teaser, life_situation, content, fee_cents, processing_working_days,
  assurance_level, online_maturity, office_slug, keywords, featured_position, is_hidden, valid_from, valid_until, updated_at`;

async function saveRows(db: Db, tenantId: string, rows: string) {
  await sql`
    insert into catalogue.leistung (tenant_id, id, form_key, ${columns})
    select ${tenantId}::uuid, id, form_key, ${columns}
    from jsonb_populate_recordset(null::catalogue.leistung, ${rows}::jsonb)
    on conflict (tenant_id, id) do update set
      (${columns}) = row(excluded.slug, excluded.leika_key, excluded.title, excluded.initial, excluded.teaser,
        excluded.life_situation, excluded.content, excluded.fee_cents, excluded.processing_working_days,
        excluded.assurance_level, excluded.online_maturity, excluded.office_slug, excluded.keywords,
        excluded.featured_position, excluded.is_hidden, excluded.valid_from, excluded.valid_until, excluded.updated_at)
  `.execute(db);
}

async function saveVersions(db: Db, tenantId: string, rows: string) {
  await sql`
    insert into catalogue.leistung_version
      (tenant_id, leistung_id, version, content, hash, published_at, published_by, authors, approved_by)
    select ${tenantId}::uuid, given.id, coalesce(last.version, 0) + 1, given.content, given.hash, given.updated_at, given.published_by,
      given.authors, given.approved_by
    from jsonb_to_recordset(${rows}::jsonb)
      as given (id uuid, content jsonb, hash text, updated_at timestamptz, published_by text, authors text[], approved_by text)
    left join lateral (
      select version, hash from catalogue.leistung_version as known
      where known.tenant_id = ${tenantId}::uuid and known.leistung_id = given.id
      order by version desc
      limit 1
    ) as last on true
    where last.hash is distinct from given.hash
  `.execute(db);
}

async function saveSituations(
  db: Db,
  tenantId: string,
  leistungen: readonly LeistungToSave[],
) {
  const places = leistungen.flatMap(({ id, content }) =>
    [...new Set(content.situations)].map((key) => ({ id, key })),
  );
  await sql`
    delete from catalogue.leistung_situation
    where tenant_id = ${tenantId}::uuid and leistung_id = any(${leistungen.map(({ id }) => id)}::uuid[])
  `.execute(db);
  await sql`
    insert into catalogue.leistung_situation (tenant_id, situation_key, leistung_id)
    select ${tenantId}::uuid, key, id
    from unnest(${places.map(({ key }) => key)}::text[], ${places.map(({ id }) => id)}::uuid[]) as place (key, id)
  `.execute(db);
}
