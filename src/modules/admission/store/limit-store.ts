import type { Db } from "../../../platform/database/database.ts";
import type { AdmissionTables } from "./tables.ts";

/** How many may fill in an application for a Leistung at the same time. */
export type Limit = { readonly leistungSlug: string; readonly places: number };

export async function listLimits(
  db: Db,
  tenantId: string,
): Promise<readonly Limit[]> {
  return db
    .$extendTables<AdmissionTables>()
    .selectFrom("admission.rule")
    .select(["leistung_slug as leistungSlug", "places"])
    .where("tenant_id", "=", tenantId)
    .orderBy("leistung_slug")
    .execute();
}

export async function findLimit(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<Limit | undefined> {
  return db
    .$extendTables<AdmissionTables>()
    .selectFrom("admission.rule")
    .select(["leistung_slug as leistungSlug", "places"])
    .where("tenant_id", "=", tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .executeTakeFirst();
}

export async function saveLimit(
  db: Db,
  tenantId: string,
  {
    limit,
    change,
  }: {
    readonly limit: Limit;
    readonly change: { readonly at: Date; readonly by: string };
  },
): Promise<void> {
  const values = {
    places: limit.places,
    changed_at: change.at,
    changed_by: change.by,
  };
  await db
    .$extendTables<AdmissionTables>()
    .insertInto("admission.rule")
    .values({
      tenant_id: tenantId,
      leistung_slug: limit.leistungSlug,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet(values),
    )
    .execute();
}

/** False when there was none. */
export async function removeLimit(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AdmissionTables>()
    .deleteFrom("admission.rule")
    .where("tenant_id", "=", tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
