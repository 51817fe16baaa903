import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { linkKindOf, type LinkKind, type VorgangLink } from "../domain/link.ts";
import { namesOfOne } from "./state-name-store.ts";
import type { VorgaengeTables } from "./tables.ts";
import { vorgangOf } from "./vorgang-store.ts";

/** What a Vorgang is tied to, in both directions, without what is another team's alone. */
export async function listLinks(
  db: Db,
  tenantId: string,
  {
    id,
    hiddenSlugs,
  }: {
    readonly id: string;
    readonly hiddenSlugs: readonly string[];
  },
): Promise<VorgangLink[]> {
  const { rows } = await sql<
    Selectable<VorgaengeTables["vorgaenge.vorgang"]> & {
      kind: string;
      is_outgoing: boolean;
      name: string | null;
      name_en: string | null;
    }
  >`
    select vorgang.*, tied.kind, tied.is_outgoing, own.name, own.name_en
    from (
      select to_id as other_id, kind, true as is_outgoing, created_at from vorgaenge.link
      where tenant_id = ${tenantId} and from_id = ${id}
      union all
      select from_id, kind, false, created_at from vorgaenge.link
      where tenant_id = ${tenantId} and to_id = ${id}
    ) tied
    join vorgaenge.vorgang on vorgang.tenant_id = ${tenantId} and vorgang.id = tied.other_id
    left join vorgaenge.state_name own on own.tenant_id = vorgang.tenant_id
      and own.leistung_slug = vorgang.leistung_slug and own.state = vorgang.state
    where vorgang.leistung_slug <> all(${[...hiddenSlugs]}::text[])
    order by tied.created_at, vorgang.id
  `.execute(db);
  return rows.map((row) => {
    const other = vorgangOf(row);
    return {
      kind: linkKindOf(row.kind) ?? "belongs-to",
      isOutgoing: row.is_outgoing,
      other,
      stateNames: namesOfOne(other.state, row),
    };
  });
}

/** The Vorgang with this number, with or without its dashes; what is another team's alone is not found. */
export async function findVorgangIdByReference(
  db: Db,
  tenantId: string,
  {
    reference,
    hiddenSlugs,
  }: {
    readonly reference: string;
    readonly hiddenSlugs: readonly string[];
  },
): Promise<string | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("reference", "=", reference)
    .where(sql<boolean>`leistung_slug <> all(${[...hiddenSlugs]}::text[])`)
    .executeTakeFirst();
  return row?.id;
}

/** Ties two Vorgänge; another kind between them replaces the one before, in either direction. False when it is so already. */
export async function saveLink(
  db: Db,
  tenantId: string,
  link: {
    readonly fromId: string;
    readonly toId: string;
    readonly kind: LinkKind;
    readonly createdAt: Date;
  },
): Promise<boolean> {
  const { fromId, toId, kind, createdAt } = link;
  const { rows } = await sql`
    with reverse as (
      delete from vorgaenge.link where tenant_id = ${tenantId} and from_id = ${toId} and to_id = ${fromId}
    )
    insert into vorgaenge.link (tenant_id, from_id, to_id, kind, created_at)
    values (${tenantId}, ${fromId}, ${toId}, ${kind}, ${createdAt})
    on conflict (tenant_id, from_id, to_id) do update set kind = excluded.kind, created_at = excluded.created_at
      where link.kind <> excluded.kind
    returning kind
  `.execute(db);
  return rows.length === 1;
}

/** Unties two Vorgänge, whichever the direction; false when they were not tied. */
export async function deleteLink(
  db: Db,
  tenantId: string,
  pair: { readonly id: string; readonly otherId: string },
): Promise<boolean> {
  const { rows } = await sql`
    delete from vorgaenge.link where tenant_id = ${tenantId}
      and ((from_id = ${pair.id} and to_id = ${pair.otherId}) or (from_id = ${pair.otherId} and to_id = ${pair.id}))
    returning kind
  `.execute(db);
  return rows.length > 0;
}
