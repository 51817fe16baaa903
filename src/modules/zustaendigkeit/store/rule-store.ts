import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import {
  everyLeistung,
  type RuleConditions,
  type ZustaendigkeitRule,
} from "../domain/rule.ts";
import type { ZustaendigkeitTables } from "./tables.ts";

const letter = z.string().regex(/^[A-Z]$/);
const ars = z.string().regex(/^\d{2,12}$/);

const conditionsSchema: z.ZodType<RuleConditions> = z.object({
  places: z.array(ars).min(1).max(500).optional(),
  streets: z.array(z.string().min(1).max(120)).min(1).max(2_000).optional(),
  letters: z.object({ from: letter, to: letter }).optional(),
  answer: z.string().min(1).max(2_000).optional(),
});

/** Rules for one Leistung and for all, in no particular order; also those that are over or begin later. */
export async function listRulesFor(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<ZustaendigkeitRule[]> {
  const rows = await rulesFor(db, { tenantId, leistungSlug });
  return rows.map(ruleOf);
}

type RulesFor = { readonly tenantId: string; readonly leistungSlug: string };

const rulesFor = fixedStatement((db, value: ValueOf<RulesFor>) =>
  rules(db, value("tenantId")).where("leistung_slug", "in", [
    value("leistungSlug"),
    everyLeistung,
  ]),
);

/** Whether a rule leads to another authority or to an office, today or at another time. */
export async function hasLeadingRule(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<boolean> {
  const row = await db
    .$extendTables<ZustaendigkeitTables>()
    .selectFrom("zustaendigkeit.rule")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("leistung_slug", "in", [leistungSlug, everyLeistung])
    .where((where) =>
      where.or([
        where("to_tenant_id", "is not", null),
        where("office_slug", "is not", null),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All rules of the authority, by Leistung and position. */
export async function listRules(
  db: Db,
  tenantId: string,
): Promise<ZustaendigkeitRule[]> {
  const rows = await rules(db, tenantId)
    .orderBy("leistung_slug")
    .orderBy("position")
    .orderBy("id")
    .limit(5_000)
    .execute();
  return rows.map(ruleOf);
}

export async function findRule(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<ZustaendigkeitRule | undefined> {
  const row = await rules(db, tenantId)
    .where("id", "=", ruleId)
    .executeTakeFirst();
  return row && ruleOf(row);
}

export type RuleChange = { readonly at: Date; readonly by: string };

/** Writes a rule; one of this tenant with the same id is replaced. */
export async function saveRule(
  db: Db,
  tenantId: string,
  { rule, change }: { rule: ZustaendigkeitRule; change: RuleChange },
): Promise<void> {
  const { target } = rule;
  const columns = {
    leistung_slug: rule.leistungSlug,
    position: rule.position,
    name: rule.name,
    conditions: JSON.stringify(conditionsSchema.parse(rule.conditions)),
    to_tenant_id: target.toTenantId ?? null,
    office_slug: target.officeSlug ?? null,
    team_id: target.teamId ?? null,
    destination_id: target.destinationId ?? null,
    valid_from: sql<Date>`${rule.validFrom}::date`,
    valid_until: sql<Date | null>`${rule.validUntil ?? null}::date`,
    changed_at: change.at,
    changed_by: change.by,
  };
  await db
    .$extendTables<ZustaendigkeitTables>()
    .insertInto("zustaendigkeit.rule")
    .values({ tenant_id: tenantId, id: rule.id, ...columns })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(columns),
    )
    .execute();
}

/** False when there is no such rule (any more). */
export async function deleteRule(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<boolean> {
  const result = await db
    .$extendTables<ZustaendigkeitTables>()
    .deleteFrom("zustaendigkeit.rule")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", ruleId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

function rules(db: Db, tenantId: string) {
  return db
    .$extendTables<ZustaendigkeitTables>()
    .selectFrom("zustaendigkeit.rule")
    .select([
      "id",
      "leistung_slug",
      "position",
      "name",
      "conditions",
      "to_tenant_id",
      "office_slug",
      "team_id",
      "destination_id",
    ])
    .select([
      sql<string>`valid_from::text`.as("valid_from"),
      sql<string | null>`valid_until::text`.as("valid_until"),
    ])
    .where("tenant_id", "=", tenantId);
}

type RuleRow = Awaited<
  ReturnType<ReturnType<typeof rules>["executeTakeFirstOrThrow"]>
>;

function ruleOf(row: RuleRow): ZustaendigkeitRule {
  return {
    id: row.id,
    leistungSlug: row.leistung_slug,
    position: row.position,
    name: row.name,
    conditions: conditionsSchema.parse(row.conditions),
    target: {
      toTenantId: row.to_tenant_id ?? undefined,
      officeSlug: row.office_slug ?? undefined,
      teamId: row.team_id ?? undefined,
      destinationId: row.destination_id ?? undefined,
    },
    validFrom: row.valid_from,
    validUntil: row.valid_until ?? undefined,
  };
}
