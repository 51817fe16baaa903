import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import {
  changedAbove,
  seenBefore,
  withSeen,
  type Inherited,
  type Overridden,
} from "../domain/content/layers.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { contentSchema } from "./content-schema.ts";

/** A Leistung that content from above goes into. */
export type Heir = {
  readonly id: string;
  readonly slug: string;
  readonly content: LeistungContent;
  readonly formKey: string | null;
  readonly featuredPosition: number | null;
  readonly isHidden: boolean;
  /** Undefined for one of the tenant's own making. */
  readonly inherited: Inherited | undefined;
};

const overriddenSchema: z.ZodType<Overridden> = z.record(
  z.string(),
  z.string(),
);

const seenSchema = z.record(z.string(), z.unknown());

type HeirRow = {
  source_key: string;
  id: string;
  slug: string;
  content: unknown;
  form_key: string | null;
  featured_position: number | null;
  is_hidden: boolean;
  above: unknown;
  overridden: unknown;
  seen: unknown;
};

/** Leistungen that were made of these records of a source, by the source's key. */
export async function readHeirs(
  db: Db,
  tenantId: string,
  { source, keys }: { source: string; keys: readonly string[] },
): Promise<ReadonlyMap<string, Heir>> {
  const { rows } = await sql<HeirRow>`
    select inherited.source_key, leistung.id, leistung.slug, leistung.content, leistung.form_key, leistung.featured_position,
      leistung.is_hidden, inherited.content as above, inherited.overridden, inherited.seen
    from catalogue.inherited as inherited
    join catalogue.leistung as leistung on leistung.tenant_id = inherited.tenant_id and leistung.id = inherited.leistung_id
    where inherited.tenant_id = ${tenantId}::uuid and inherited.source = ${source}
      and inherited.source_key = any(${[...keys]}::text[])
  `.execute(db);
  return new Map(rows.map((row) => [row.source_key, heirOf(row)]));
}

/** Leistungen of the tenant's own making by their Leistungsschlüssel. */
export async function readOwnByLeikaKey(
  db: Db,
  tenantId: string,
): Promise<Map<string, Heir>> {
  const { rows } = await sql<HeirRow & { leika_key: string }>`
    select leistung.leika_key, '' as source_key, leistung.id, leistung.slug, leistung.content, leistung.form_key,
      leistung.featured_position, leistung.is_hidden, null as above, null as overridden, null as seen
    from catalogue.leistung as leistung
    where leistung.tenant_id = ${tenantId}::uuid and leistung.leika_key is not null and not exists (
      select from catalogue.inherited
      where inherited.tenant_id = ${tenantId}::uuid and inherited.leistung_id = leistung.id)
    order by leistung.slug desc
  `.execute(db);
  return new Map(rows.map((row) => [row.leika_key, heirOf(row)]));
}

function heirOf(row: HeirRow): Heir {
  return {
    id: row.id,
    slug: row.slug,
    content: contentSchema.parse(row.content),
    formKey: row.form_key,
    featuredPosition: row.featured_position,
    isHidden: row.is_hidden,
    inherited: row.above === null ? undefined : inheritedOf(row.above, row),
  };
}

/** What a row keeps of above. */
export function inheritedOf(
  above: unknown,
  {
    overridden,
    seen,
  }: { readonly overridden: unknown; readonly seen: unknown },
): Inherited {
  const content = contentSchema.parse(above);
  const then = withSeen(content, seenSchema.parse(seen));
  return {
    content,
    overridden: overriddenSchema.parse(overridden),
    ...(then && { seen: contentSchema.parse(then) }),
  };
}

/** Last parts of addresses that are taken. */
export async function readSlugs(
  db: Db,
  tenantId: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from catalogue.leistung where tenant_id = ${tenantId}::uuid`.execute(
    db,
  );
  return new Set(rows.map(({ slug }) => slug));
}

export type InheritedToSave = Inherited & {
  readonly leistungId: string;
  readonly source: string;
  readonly sourceKey: string;
  /** The authority above has a form for it; kept as it is for one that is there already. */
  readonly isOnlineAbove?: boolean;
  /** What the Leistung was made of until now. */
  readonly before?: Inherited | undefined;
};

/** What the editor's list and its comparison need of the parts that the tenant wrote itself. */
function changesOf(now: Inherited, before: Inherited | undefined) {
  return {
    changed_above: changedAbove(now).length,
    seen: seenBefore(now, [before?.content, before?.seen]),
  };
}

/** Keeps what Leistungen are made of. One statement. */
export async function saveInherited(
  db: Db,
  tenantId: string,
  { rows, takenAt }: { rows: readonly InheritedToSave[]; takenAt: Date },
): Promise<void> {
  const given = rows.map((row) => ({
    leistung_id: row.leistungId,
    source: row.source,
    source_key: row.sourceKey,
    content: row.content,
    overridden: row.overridden,
    is_online_above: row.isOnlineAbove ?? false,
    ...changesOf(row, row.before),
  }));
  await sql`
    insert into catalogue.inherited (tenant_id, leistung_id, source, source_key, content, overridden, changed_above, seen, is_online_above, taken_at)
    select ${tenantId}::uuid, leistung_id, source, source_key, content, overridden, changed_above, seen, is_online_above, ${takenAt}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (leistung_id uuid, source text, source_key text, content jsonb, overridden jsonb, changed_above int, seen jsonb, is_online_above boolean)
    on conflict (tenant_id, leistung_id) do update set
      source = excluded.source, source_key = excluded.source_key, content = excluded.content,
      overridden = excluded.overridden, changed_above = excluded.changed_above, seen = excluded.seen, taken_at = excluded.taken_at
  `.execute(db);
}

/** The source has these no more: what nobody here made their own goes, the rest becomes the tenant's own. Answers how many went. */
export async function dropInherited(
  db: Db,
  tenantId: string,
  heirs: readonly Heir[],
): Promise<{ readonly gone: readonly Heir[]; readonly kept: readonly Heir[] }> {
  const kept = heirs.filter(
    ({ formKey, inherited }) =>
      formKey !== null || Object.keys(inherited?.overridden ?? {}).length > 0,
  );
  const gone = heirs.filter((heir) => !kept.includes(heir));
  await sql`
    delete from catalogue.leistung where tenant_id = ${tenantId}::uuid and id = any(${gone.map(({ id }) => id)}::uuid[])
  `.execute(db);
  await sql`
    delete from catalogue.inherited where tenant_id = ${tenantId}::uuid and leistung_id = any(${kept.map(({ id }) => id)}::uuid[])
  `.execute(db);
  return { gone, kept };
}

/** Which parts of what is inherited the tenant wrote itself by now. */
export async function saveOverridden(
  db: Db,
  tenantId: string,
  {
    leistungId,
    before,
    overridden,
  }: {
    readonly leistungId: string;
    readonly before: Inherited;
    readonly overridden: Overridden;
  },
): Promise<void> {
  const { changed_above, seen } = changesOf({ ...before, overridden }, before);
  await sql`
    update catalogue.inherited set overridden = ${JSON.stringify(overridden)}::jsonb,
      changed_above = ${changed_above}, seen = ${JSON.stringify(seen)}::jsonb
    where tenant_id = ${tenantId}::uuid and leistung_id = ${leistungId}::uuid
  `.execute(db);
}

/** Keys of a source that the tenant has Leistungen of. */
export async function listSourceKeys(
  db: Db,
  tenantId: string,
  source: string,
): Promise<string[]> {
  const { rows } = await sql<{ source_key: string }>`
    select source_key from catalogue.inherited where tenant_id = ${tenantId}::uuid and source = ${source}
  `.execute(db);
  return rows.map((row) => row.source_key);
}

type SourceKeys = { readonly source: string; readonly keys: readonly string[] };

/** Hides what the source does not show any more, except what is hidden already. One statement. */
export async function hideWithAbove(
  db: Db,
  tenantId: string,
  { source, keys }: SourceKeys,
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    with hidden as (
      update catalogue.leistung as leistung set is_hidden = true
      from catalogue.inherited as inherited
      where leistung.tenant_id = ${tenantId}::uuid and inherited.tenant_id = ${tenantId}::uuid
        and inherited.leistung_id = leistung.id and inherited.source = ${source}
        and inherited.source_key = any(${[...keys]}::text[])
        and leistung.form_key is null and not leistung.is_hidden
      returning leistung.id)
    update catalogue.inherited set hidden_with_above = true
    where tenant_id = ${tenantId}::uuid and leistung_id in (select id from hidden)
  `.execute(db);
}

/** Shows again what was hidden with its source. One statement. */
export async function showWithAbove(
  db: Db,
  tenantId: string,
  { source, keys }: SourceKeys,
): Promise<void> {
  await sql`
    with back as (
      update catalogue.inherited set hidden_with_above = false
      where tenant_id = ${tenantId}::uuid and source = ${source} and source_key = any(${[...keys]}::text[])
        and hidden_with_above
      returning leistung_id)
    update catalogue.leistung set is_hidden = false
    where tenant_id = ${tenantId}::uuid and id in (select leistung_id from back)
  `.execute(db);
}

/** Makes a Leistung wholly the tenant's own where its source does not show it any more. */
export async function ownIfAway(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<void> {
  await sql`
    delete from catalogue.inherited
    where tenant_id = ${tenantId}::uuid and leistung_id = ${leistungId}::uuid and hidden_with_above
  `.execute(db);
}
