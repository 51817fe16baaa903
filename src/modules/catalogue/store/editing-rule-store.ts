import type { Db } from "../../../platform/database/database.ts";
import type { CatalogueTables } from "./tables.ts";

/** How the editors of an authority work. */
export type EditingRules = {
  /** Months from a publication or a check to the next look; null where no day is set by itself. */
  readonly reviewMonths: number | null;
  /** Whether what an editor writes waits for another one. */
  readonly needsApproval: boolean;
};

const withoutRow: EditingRules = { reviewMonths: null, needsApproval: false };

export async function findEditingRules(
  db: Db,
  tenantId: string,
): Promise<EditingRules> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.editing_rule")
    .select(["review_months", "needs_approval"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return row
    ? { reviewMonths: row.review_months, needsApproval: row.needs_approval }
    : withoutRow;
}

export async function saveEditingRules(
  db: Db,
  tenantId: string,
  {
    rules,
    change,
  }: {
    readonly rules: EditingRules;
    readonly change: { readonly at: Date; readonly by: string };
  },
): Promise<void> {
  const values = {
    review_months: rules.reviewMonths,
    needs_approval: rules.needsApproval,
    changed_at: change.at,
    changed_by: change.by,
  };
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.editing_rule")
    .values({ tenant_id: tenantId, ...values })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(values))
    .execute();
}
