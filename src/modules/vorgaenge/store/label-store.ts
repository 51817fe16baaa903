import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { labelColourOf, type Label } from "../domain/label.ts";
import type { VorgaengeTables } from "./tables.ts";

/** All labels of a tenant by name. */
export async function listLabels(
  db: Db,
  tenantId: string,
): Promise<readonly Label[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.label")
    .select(["id", "name", "colour"])
    .where("tenant_id", "=", tenantId)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, colour: labelColourOf(row.colour) }));
}

/** All labels of a tenant by name, and which of them a Vorgang has. */
export async function listLabelsWith(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<readonly { readonly label: Label; readonly isPut: boolean }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    colour: string;
    is_put: boolean;
  }>`
    select id, name, colour, exists (
      select from vorgaenge.vorgang_label put
      where put.tenant_id = ${tenantId} and put.vorgang_id = ${vorgangId} and put.label_id = label.id
    ) as is_put
    from vorgaenge.label where tenant_id = ${tenantId} order by name
  `.execute(db);
  return rows.map(({ id, name, colour, is_put: isPut }) => ({
    label: { id, name, colour: labelColourOf(colour) },
    isPut,
  }));
}

/** How many Vorgänge have each label, by its id; 0 is left out. Looks at all of them: not for every page. */
export async function countLabelUses(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; uses: number }>`
    select label_id as id, count(*)::int as uses from vorgaenge.vorgang_label
    where tenant_id = ${tenantId} group by label_id
  `.execute(db);
  return new Map(rows.map(({ id, uses }) => [id, uses]));
}

/** Labels of these Vorgänge, by name. */
export async function listLabelsOf(
  db: Db,
  tenantId: string,
  vorgangIds: readonly string[],
): Promise<(Label & { readonly vorgangId: string })[]> {
  if (vorgangIds.length === 0) return [];
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang_label as put")
    .innerJoin("vorgaenge.label as label", (join) =>
      join
        .onRef("label.tenant_id", "=", "put.tenant_id")
        .onRef("label.id", "=", "put.label_id"),
    )
    .select(["label.id", "label.name", "label.colour", "put.vorgang_id"])
    .where("put.tenant_id", "=", tenantId)
    .where("put.vorgang_id", "in", [...vorgangIds])
    .orderBy("label.name")
    .execute();
  return rows.map(({ id, name, colour, vorgang_id }) => ({
    id,
    name,
    colour: labelColourOf(colour),
    vorgangId: vorgang_id,
  }));
}

/** False when there is another label of this name. */
export async function insertLabel(
  db: Db,
  tenantId: string,
  label: Label & { readonly createdAt: Date },
): Promise<boolean> {
  const { id, name, colour, createdAt } = label;
  const { rows } = await sql`
    insert into vorgaenge.label (tenant_id, id, name, colour, created_at)
    values (${tenantId}, ${id}, ${name}, ${colour}, ${createdAt})
    on conflict (tenant_id, name) do nothing returning id
  `.execute(db);
  return rows.length === 1;
}

/** `name-taken` when another label has this name; undefined when there is no such label. */
export async function updateLabel(
  db: Db,
  tenantId: string,
  { id, name, colour }: Label,
): Promise<"changed" | "name-taken" | undefined> {
  const { rows } = await sql<{ id: string; taken: boolean; known: boolean }>`
    with taken as (
      select id from vorgaenge.label where tenant_id = ${tenantId} and name = ${name} and id <> ${id}
    ), changed as (
      update vorgaenge.label set name = ${name}, colour = ${colour}
      where tenant_id = ${tenantId} and id = ${id} and not exists (select from taken)
      returning id
    )
    select exists (select from taken) as taken, exists (select from changed) as known
  `.execute(db);
  const [row] = rows;
  if (row?.taken === true) return "name-taken";
  return row?.known === true ? "changed" : undefined;
}

/** Takes the label off every Vorgang as well; false when there is none. */
export async function deleteLabel(
  db: Db,
  tenantId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<VorgaengeTables>()
    .deleteFrom("vorgaenge.label")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Puts labels on a Vorgang and takes others off; ids of no label of the tenant are passed over. Returns how many rows changed. */
export async function changeLabelsOf(
  db: Db,
  tenantId: string,
  change: {
    readonly vorgangId: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from vorgaenge.vorgang_label
      where tenant_id = ${tenantId} and vorgang_id = ${change.vorgangId} and label_id = any(${[...change.removed]}::uuid[])
      returning 1
    ), put as (
      insert into vorgaenge.vorgang_label (tenant_id, vorgang_id, label_id)
      select ${tenantId}, ${change.vorgangId}, id from vorgaenge.label
      where tenant_id = ${tenantId} and id = any(${[...change.added]}::uuid[])
      on conflict do nothing
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from put))::int as count
  `.execute(db);
  return rows[0]?.count ?? 0;
}
