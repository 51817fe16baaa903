import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isShown } from "./leistung-row.ts";
import { patternWithin } from "./pattern-within.ts";

/** Slug of what an editor chose to stand in the place of another one. */
export async function findSuccessor(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ leads_to: string }>`
    select leads_to from catalogue.successor where tenant_id = ${tenantId}::uuid and slug = ${slug}
  `.execute(db);
  return rows[0]?.leads_to;
}

/** Keeps what an editor chose; nothing: the address leads nowhere any more. */
export async function saveSuccessor(
  db: Db,
  tenantId: string,
  {
    slug,
    successor,
    at,
    by,
  }: {
    readonly slug: string;
    readonly successor: string | undefined;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await (
    successor === undefined
      ? sql`delete from catalogue.successor where tenant_id = ${tenantId}::uuid and slug = ${slug}`
      : sql`
        insert into catalogue.successor (tenant_id, slug, leads_to, chosen_at, chosen_by)
        values (${tenantId}::uuid, ${slug}, ${successor}, ${at}, ${by})
        on conflict (tenant_id, slug) do update set leads_to = excluded.leads_to, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`
  ).execute(db);
}

/** A Leistung of the portal whose address may lead to another one, as editors see it. */
export type Leaving = {
  readonly slug: string;
  readonly title: string;
  /** Of the Leistung, also where it is deleted. */
  readonly leistungId: string;
  /** `deleted`: there is only the address. */
  readonly state: "shown" | "hidden" | "out-of-time" | "deleted";
  readonly goneAt: Date | undefined;
  readonly successor: string | undefined;
};

type LeavingRow = {
  slug: string;
  title: string;
  leistung_id: string;
  state: Leaving["state"];
  gone_at: Date | null;
  leads_to: string | null;
  count: string;
};

/** All that stands or stood at an address of the tenant. As a piece of SQL. */
const allOf = (tenantId: string) => sql`
  select leistung.slug, leistung.title, leistung.id as leistung_id, former.gone_at,
    case when leistung.is_hidden then 'hidden' when ${isShown} then 'shown' else 'out-of-time' end as state
  from catalogue.leistung as leistung
  left join catalogue.former_address as former on former.tenant_id = leistung.tenant_id and former.slug = leistung.slug
  where leistung.tenant_id = ${tenantId}::uuid
  union all
  select slug, title, leistung_id, gone_at, 'deleted'
  from catalogue.former_address as former
  where tenant_id = ${tenantId}::uuid and not exists (
    select from catalogue.leistung as there
    where there.tenant_id = ${tenantId}::uuid and (there.slug = former.slug or there.id = former.leistung_id))`;

/** What stands or stood at an address of the tenant; undefined where nothing ever did. */
export async function findLeaving(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<Leaving | undefined> {
  const { rows } = await sql<LeavingRow>`
    select every.*, successor.leads_to, '1' as count
    from (${allOf(tenantId)}) as every
    left join catalogue.successor on successor.tenant_id = ${tenantId}::uuid and successor.slug = every.slug
    where every.slug = ${slug}
  `.execute(db);
  const [row] = rows;
  return row && leavingOf(row);
}

/** What is not shown any more but was once, the latest first, and how many there are. */
export async function listLeaving(
  db: Db,
  tenantId: string,
  {
    words,
    limit,
    offset,
  }: {
    readonly words: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ leaving: Leaving[]; count: number }> {
  const pattern = patternWithin(words);
  const { rows } = await sql<LeavingRow>`
    select every.*, successor.leads_to, count(*) over () as count
    from (${allOf(tenantId)}) as every
    left join catalogue.successor on successor.tenant_id = ${tenantId}::uuid and successor.slug = every.slug
    where every.state <> 'shown' and every.gone_at is not null and (every.title ilike ${pattern} or every.slug ilike ${pattern})
    order by every.gone_at desc, every.slug
    limit ${limit} offset ${offset}
  `.execute(db);
  return {
    leaving: rows.map(leavingOf),
    count: Number(rows[0]?.count ?? 0),
  };
}

function leavingOf(row: LeavingRow): Leaving {
  return {
    slug: row.slug,
    title: row.title,
    leistungId: row.leistung_id,
    state: row.state,
    goneAt: row.gone_at ?? undefined,
    successor: row.leads_to ?? undefined,
  };
}
