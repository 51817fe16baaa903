import type { Db } from "../../../platform/database/database.ts";
import { usualRules, type LeistungRules } from "../domain/bescheid.ts";
import type { BescheideTables } from "./tables.ts";

/** How the Leistungen are decided that have rules of their own. */
export async function listRules(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, LeistungRules>> {
  const rows = await selectRules(db, tenantId).execute();
  return new Map(rows.map((row) => [row.leistung_slug, rulesOf(row)]));
}

export async function findRules(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<LeistungRules> {
  const row = await selectRules(db, tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .executeTakeFirst();
  return row ? rulesOf(row) : usualRules;
}

export async function saveRules(
  db: Db,
  tenantId: string,
  {
    leistungSlug,
    rules,
    at,
  }: {
    readonly leistungSlug: string;
    readonly rules: LeistungRules;
    readonly at: Date;
  },
): Promise<void> {
  const values = {
    needs_second_person: rules.needsSecondPerson,
    needs_bescheid: rules.needsBescheid,
    law: rules.law,
    granted_id: rules.letters.granted ?? null,
    partly_id: rules.letters.partly ?? null,
    refused_id: rules.letters.refused ?? null,
    remedy_id: rules.remedyId ?? null,
    at,
  };
  await db
    .$extendTables<BescheideTables>()
    .insertInto("bescheide.leistung")
    .values({ tenant_id: tenantId, leistung_slug: leistungSlug, ...values })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet(values),
    )
    .execute();
}

function selectRules(db: Db, tenantId: string) {
  return db
    .$extendTables<BescheideTables>()
    .selectFrom("bescheide.leistung")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

function rulesOf(row: {
  readonly needs_second_person: boolean;
  readonly needs_bescheid: boolean;
  readonly law: LeistungRules["law"];
  readonly granted_id: string | null;
  readonly partly_id: string | null;
  readonly refused_id: string | null;
  readonly remedy_id: string | null;
}): LeistungRules {
  return {
    needsSecondPerson: row.needs_second_person,
    needsBescheid: row.needs_bescheid,
    law: row.law,
    letters: {
      granted: row.granted_id ?? undefined,
      partly: row.partly_id ?? undefined,
      refused: row.refused_id ?? undefined,
    },
    remedyId: row.remedy_id ?? undefined,
  };
}
