import type { Db } from "../../../platform/database/database.ts";
import { togetherWith, type FourEyes } from "../domain/editing/approval.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { contentSchema, parseContent } from "./content-schema.ts";
import type { CatalogueTables } from "./tables.ts";

/** What is to be published at a moment to come. */
export type Plan = {
  /** A new one with each planning. */
  readonly id: string;
  readonly leistungId: string;
  readonly content: LeistungContent;
  /** Number of the version that it was made from. */
  readonly base: number;
  readonly publishAt: Date;
  /** Staff id. */
  readonly plannedBy: string;
} & FourEyes;

/** When which plan is due. */
export type PlannedMoment = Pick<Plan, "id" | "leistungId" | "publishAt">;

/** All of a tenant, the next first. */
export async function listPlans(
  db: Db,
  tenantId: string,
): Promise<readonly PlannedMoment[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.plan")
    .select(["id", "leistung_id", "publish_at"])
    .where("tenant_id", "=", tenantId)
    .orderBy("publish_at")
    .execute();
  return rows.map(({ id, leistung_id: leistungId, publish_at: publishAt }) => ({
    id,
    leistungId,
    publishAt,
  }));
}

/** Undefined when nothing is planned. */
export async function findPlan(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<Plan | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.plan")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      leistungId,
      content: contentSchema.parse(row.content),
      base: row.base_version,
      publishAt: row.publish_at,
      plannedBy: row.planned_by,
      authors: togetherWith(row.authors, row.planned_by),
      approvedBy: row.approved_by,
    }
  );
}

/** In place of an earlier plan for the same Leistung. */
export async function savePlan(
  db: Db,
  tenantId: string,
  { plannedAt, ...plan }: Plan & { readonly plannedAt: Date },
): Promise<void> {
  await deletePlan(db, tenantId, plan.leistungId);
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.plan")
    .values({
      tenant_id: tenantId,
      leistung_id: plan.leistungId,
      id: plan.id,
      content: JSON.stringify(parseContent(plan.content)),
      base_version: plan.base,
      publish_at: plan.publishAt,
      planned_at: plannedAt,
      planned_by: plan.plannedBy,
      authors: [...plan.authors],
      approved_by: plan.approvedBy,
    })
    .execute();
}

export async function deletePlan(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.plan")
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .execute();
}

/** Leistungen of which something is planned that nobody approved. */
export async function listUnapprovedPlans(
  db: Db,
  tenantId: string,
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.plan")
    .select("leistung_id")
    .where("tenant_id", "=", tenantId)
    .where("approved_by", "is", null)
    .orderBy("leistung_id")
    .execute();
  return rows.map(({ leistung_id }) => leistung_id);
}
