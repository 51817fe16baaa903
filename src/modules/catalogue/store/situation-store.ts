import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import {
  audiences,
  type SituationChange,
  type SituationLayers,
} from "../domain/situations/situations.ts";
import { approvalState } from "./approval-store.ts";
import type { CatalogueTables } from "./tables.ts";

const absent = <T>(value: T | null): T | undefined => value ?? undefined;

const placeSchema = z.object({
  parentKey: z.string().nullable(),
  audience: z.enum(audiences),
  address: z.string(),
});

const rowsSchema = z.array(
  z.object({
    distance: z.int(),
    key: z.string(),
    place: placeSchema.nullable().transform(absent),
    names: z
      .object({ de: z.string() })
      .catchall(z.string())
      .nullable()
      .transform(absent),
    position: z.int().nullable().transform(absent),
    isHidden: z.boolean().nullable().transform(absent),
  }),
);

/** What a tenant and the authorities above it changed in the tree, as one value of a statement. */
export const situationRowsOf = (tenantId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'distance', line.distance, 'key', key, 'names', names, 'position', position, 'isHidden', is_hidden,
    'place', case when audience is not null then
      jsonb_build_object('parentKey', parent_key, 'audience', audience, 'address', address) end)
    order by line.distance desc, key), '[]')
  from tenants.line_above(${tenantId}::uuid) as line
  join catalogue.situation on tenant_id = line.authority_id)`;

/** The layers of such a value: the highest first, the tenant's own last. */
export function situationLayersOf(value: unknown): SituationLayers {
  const rows = rowsSchema.parse(value);
  const distances = [...new Set([...rows.map((row) => row.distance), 0])];
  return distances
    .toSorted((one, other) => other - one)
    .map((distance) =>
      rows
        .filter((row) => row.distance === distance)
        .map(({ key, place, names, position, isHidden }) => ({
          key,
          place,
          names,
          position,
          isHidden,
        })),
    );
}

/** What a tenant and the authorities above it changed in the tree. One statement. */
export async function readSituationLayers(
  db: Db,
  tenantId: string,
): Promise<SituationLayers> {
  const { rows } = await sql<{
    changes: unknown;
  }>`select ${situationRowsOf(tenantId)} as changes`.execute(db);
  return situationLayersOf(rows[0]?.changes ?? []);
}

/** Writes what a tenant says of situations itself, in place of what it said before. */
export async function saveSituationChanges(
  db: Db,
  tenantId: string,
  changes: readonly SituationChange[],
): Promise<void> {
  for (const change of changes) {
    const columns = columnsOf(change);
    await db
      .$extendTables<CatalogueTables>()
      .insertInto("catalogue.situation")
      .values({ tenant_id: tenantId, key: change.key, ...columns })
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "key"]).doUpdateSet(columns),
      )
      .execute();
  }
}

const nothing = { parentKey: null, audience: null, address: null };

function columnsOf({
  place,
  names,
  position = null,
  isHidden = null,
}: Omit<SituationChange, "position" | "isHidden"> & {
  readonly position?: number | null | undefined;
  readonly isHidden?: boolean | null | undefined;
}) {
  const { parentKey, audience, address } = place ?? nothing;
  return {
    parent_key: parentKey,
    audience,
    address,
    names: names ? JSON.stringify(names) : null,
    position,
    is_hidden: isHidden,
  };
}

/** From then on the situation is as above, or gone. */
export async function deleteSituationChange(
  db: Db,
  tenantId: string,
  key: string,
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.situation")
    .where("tenant_id", "=", tenantId)
    .where("key", "=", key)
    .execute();
}

/** How many Leistungen of the tenant stand directly in each situation, also those that nobody sees. */
export async function countInSituations(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung_situation")
    .select(({ fn }) => ["situation_key", fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .groupBy("situation_key")
    .execute();
  return new Map(rows.map((row) => [row.situation_key, Number(row.count)]));
}

/** A Leistung of the tenant as an editor finds it. */
export type PlacedLeistung = {
  readonly id: string;
  readonly title: string;
  readonly isHidden: boolean;
  /** Whether another editor is asked to approve something, or has sent it back. */
  readonly approval: "waiting" | "returned" | null;
};

/** The tenant's Leistungen that stand directly in a situation, by title. */
export async function listInSituation(
  db: Db,
  tenantId: string,
  key: string,
): Promise<readonly PlacedLeistung[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung_situation as place")
    .innerJoin("catalogue.leistung as leistung", (join) =>
      join
        .onRef("leistung.tenant_id", "=", "place.tenant_id")
        .onRef("leistung.id", "=", "place.leistung_id"),
    )
    .select(["leistung.id", "leistung.title", "leistung.is_hidden"])
    .select(approvalState.as("approval"))
    .where("place.tenant_id", "=", tenantId)
    .where("place.situation_key", "=", key)
    .orderBy("leistung.title")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    isHidden: row.is_hidden,
    approval: row.approval,
  }));
}

/** Nobody else changes the tenant's part of the tree until the transaction ends. */
export async function lockTree(db: Db, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('situations ' || ${tenantId}::text, 0))`.execute(
    db,
  );
}
