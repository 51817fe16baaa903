import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { contentSchema } from "./content-schema.ts";
import { isShown } from "./leistung-row.ts";
import type { CatalogueTables } from "./tables.ts";
import { patternWithin } from "./pattern-within.ts";

/** What names a Leistung of another authority. */
export type NamedAbove = {
  /** Of the authority that offers it. */
  readonly tenantId: string;
  readonly slug: string;
  readonly leikaKey: string | null;
};

/** How an authority deals with a Leistung of those above. */
export type StateHere = {
  /** Nobody finds it in the portal of the tenant. */
  readonly isHidden: boolean;
  /** The tenant's own that stands in its place, shown or not; undefined where there is none. */
  readonly own: { readonly id: string; readonly isHidden: boolean } | undefined;
};

type StateRow = {
  is_hidden: boolean;
  own_id: string | null;
  own_is_hidden: boolean | null;
};

/**
 * How the tenant deals with each of these, in their order: by its own word on exactly this one, else hidden where its own of the same name is,
 * or where it hid the same one of another authority. One statement.
 */
export async function readStatesHere(
  db: Db,
  tenantId: string,
  named: readonly NamedAbove[],
): Promise<StateHere[]> {
  const given = named.map(({ tenantId: above, slug, leikaKey }, place) => ({
    place,
    above,
    slug,
    leika_key: leikaKey,
  }));
  const { rows } = await sql<StateRow>`
    select own.id as own_id, own.is_hidden as own_is_hidden,
      coalesce(exact.is_hidden, own.is_hidden or exists (
        select from catalogue.above_choice as other
        where other.tenant_id = ${tenantId}::uuid and other.above_tenant_id <> given.above and other.is_hidden
          and (other.slug = given.slug or other.leika_key = given.leika_key)
      ), false) as is_hidden
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (place int, above uuid, slug text, leika_key text)
    left join catalogue.above_choice as exact
      on exact.tenant_id = ${tenantId}::uuid and exact.above_tenant_id = given.above and exact.slug = given.slug
    left join lateral (
      select id, is_hidden from (
        select id, is_hidden, 0 as place from catalogue.leistung
        where tenant_id = ${tenantId}::uuid and slug = given.slug
        union all
        select id, is_hidden, 1 from catalogue.leistung
        where tenant_id = ${tenantId}::uuid and leika_key = given.leika_key
      ) as same
      order by is_hidden, place
      limit 1
    ) as own on true
    order by given.place
  `.execute(db);
  return rows.map((row) => ({
    isHidden: row.is_hidden,
    own:
      row.own_id === null
        ? undefined
        : { id: row.own_id, isHidden: row.own_is_hidden ?? false },
  }));
}

/** Keeps what the tenant decided about one of another authority. Answers false when it was decided so already. */
export async function saveChoice(
  db: Db,
  tenantId: string,
  {
    above,
    isHidden,
    at,
    by,
  }: {
    readonly above: NamedAbove;
    readonly isHidden: boolean;
    readonly at: Date;
    readonly by: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into catalogue.above_choice as known
      (tenant_id, above_tenant_id, slug, leika_key, is_hidden, chosen_at, chosen_by)
    values (${tenantId}::uuid, ${above.tenantId}::uuid, ${above.slug}, ${above.leikaKey}, ${isHidden}, ${at}, ${by})
    on conflict (tenant_id, above_tenant_id, slug) do update set leika_key = excluded.leika_key,
      is_hidden = excluded.is_hidden, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
    where known.is_hidden <> excluded.is_hidden
    returning 1
  `.execute(db);
  return rows.length > 0;
}

/** One of those that an authority shows. */
export type ShownAbove = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly leikaKey: string | null;
  readonly updatedAt: Date;
};

/**
 * What an authority shows to everybody and does not leave to its communes, by title, and how many there are; with a slug only that one. Read
 * in the tenant of that authority.
 */
export async function listShownThere(
  db: Db,
  tenantId: string,
  {
    words,
    slug,
    limit,
    offset,
  }: {
    readonly words: string;
    readonly slug?: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ leistungen: ShownAbove[]; count: number }> {
  const pattern = patternWithin(words);
  const key = words.replaceAll(/\s/g, "");
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["id", "slug", "title", "leika_key", "updated_at"])
    .select(sql<string>`count(*) over ()`.as("count"))
    .where("tenant_id", "=", tenantId)
    .where(isShown)
    .where(
      sql<boolean>`not coalesce((content->>'belongsToCommunes')::boolean, false)`,
    )
    .where((it) =>
      it.or([it("title", "ilike", pattern), it("leika_key", "=", key)]),
    )
    .$if(slug !== undefined, (query) => query.where("slug", "=", slug ?? ""))
    .orderBy("title")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    count: Number(rows[0]?.count ?? 0),
    leistungen: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      leikaKey: row.leika_key,
      updatedAt: row.updated_at,
    })),
  };
}

/** What an authority shows, and whether it has a form for it. */
export type ContentAbove = {
  readonly content: LeistungContent;
  readonly isOnline: boolean;
};

/** What an authority shows of these, and does not leave to its communes, by id. Read in the tenant of that authority. */
export async function listShownByIds(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContentAbove>> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["id", "content", "form_key"])
    .where("tenant_id", "=", tenantId)
    .where("id", "in", [...ids])
    .where(sql<boolean>`not leistung.is_hidden`)
    .execute();
  const found = rows.map(
    ({ id, content, form_key: formKey }) =>
      [
        id,
        { content: contentSchema.parse(content), isOnline: formKey !== null },
      ] as const,
  );
  return new Map(found.filter(([, it]) => !it.content.belongsToCommunes));
}

/** Notes which of the Leistungen that were taken over from a source it has a form for; only what is new is written. One statement. */
export async function saveOnlineAbove(
  db: Db,
  tenantId: string,
  {
    source,
    keys,
  }: { readonly source: string; readonly keys: readonly string[] },
): Promise<void> {
  await sql`
    update catalogue.inherited set is_online_above = not is_online_above
    where tenant_id = ${tenantId}::uuid and source = ${source}
      and is_online_above <> (source_key = any(${[...keys]}::text[]))
  `.execute(db);
}
