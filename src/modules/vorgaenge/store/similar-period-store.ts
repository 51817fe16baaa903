import type { Db } from "../../../platform/database/database.ts";
import type { VorgaengeTables } from "./tables.ts";

/** Days set by an office, by the Leistung. */
export async function listSimilarDays(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await selectPeriods(db, tenantId).execute();
  return new Map(rows.map((row) => [row.leistung_slug, row.days]));
}

/** The days set for one Leistung; undefined where the office has set none. */
export async function findSimilarDays(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<number | undefined> {
  const row = await selectPeriods(db, tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .executeTakeFirst();
  return row?.days;
}

function selectPeriods(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.similar_period")
    .select(["leistung_slug", "days"])
    .where("tenant_id", "=", tenantId);
}

/** Writes the days for a Leistung, or takes them away. */
export async function saveSimilarDays(
  db: Db,
  tenantId: string,
  {
    leistungSlug,
    days,
  }: { readonly leistungSlug: string; readonly days: number | undefined },
): Promise<void> {
  const tables = db.$extendTables<VorgaengeTables>();
  if (days === undefined) {
    await tables
      .deleteFrom("vorgaenge.similar_period")
      .where("tenant_id", "=", tenantId)
      .where("leistung_slug", "=", leistungSlug)
      .execute();
    return;
  }
  await tables
    .insertInto("vorgaenge.similar_period")
    .values({ tenant_id: tenantId, leistung_slug: leistungSlug, days })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet({ days }),
    )
    .execute();
}
