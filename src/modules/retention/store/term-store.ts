import type { Db } from "../../../platform/database/database.ts";
import { termUnits, type Term, type Terms } from "../domain/term.ts";
import type { RetentionTables } from "./tables.ts";

/** All terms of an authority, by the Leistung. */
export async function listTerms(db: Db, tenantId: string): Promise<Terms> {
  const rows = await db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.term")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.leistung_slug,
      {
        count: row.term_count,
        unit: termUnits.find((unit) => unit === row.term_unit) ?? "years",
        fromYearEnd: row.from_year_end,
        basis: row.basis,
        offersToArchive: row.offers_to_archive,
      },
    ]),
  );
}

/** Writes the term of a Leistung, or takes it away. */
export async function saveTerm(
  db: Db,
  tenantId: string,
  {
    leistungSlug,
    term,
    at,
  }: {
    readonly leistungSlug: string;
    readonly term: Term | undefined;
    readonly at: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<RetentionTables>();
  if (!term) {
    await tables
      .deleteFrom("retention.term")
      .where("tenant_id", "=", tenantId)
      .where("leistung_slug", "=", leistungSlug)
      .execute();
    return;
  }
  const values = {
    term_count: term.count,
    term_unit: term.unit,
    from_year_end: term.fromYearEnd,
    basis: term.basis,
    offers_to_archive: term.offersToArchive,
    changed_at: at,
  };
  await tables
    .insertInto("retention.term")
    .values({ tenant_id: tenantId, leistung_slug: leistungSlug, ...values })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet(values),
    )
    .execute();
}
