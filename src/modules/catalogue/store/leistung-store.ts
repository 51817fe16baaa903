import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  lifeSituations,
  type Leistung,
  type LeistungHead,
  type LeistungSummary,
  type LifeSituation,
} from "../domain/leistung.ts";
import {
  assuranceLevelSchema,
  contentSchema,
  leistungOf,
  lifeSituationSchema,
  summaryColumns,
  summaryOf,
} from "./leistung-row.ts";
import type { CatalogueTables } from "./tables.ts";

export async function findLeistungBySlug(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<Leistung | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && leistungOf(row);
}

export async function findLeistungHead(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<LeistungHead | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung")
    .select(["title", "leika_key", "life_situation", "assurance_level"])
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return (
    row && {
      title: row.title,
      leikaKey: row.leika_key ?? undefined,
      lifeSituation: lifeSituationSchema.parse(row.life_situation),
      assuranceLevel: assuranceLevelSchema.parse(row.assurance_level),
    }
  );
}

/** The Leistung of this name, else one with this LeiKa key. */
export function findCounterpart(
  db: Db,
  tenantId: string,
  {
    slug,
    leikaKey,
  }: { readonly slug: string; readonly leikaKey?: string | undefined },
): Promise<{ slug: string; title: string } | undefined> {
  return db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung")
    .select(["slug", "title"])
    .where("tenant_id", "=", tenantId)
    .where((it) =>
      it.or([it("slug", "=", slug), it("leika_key", "=", leikaKey ?? null)]),
    )
    .orderBy((it) => it("slug", "=", slug), "desc")
    .orderBy("slug")
    .limit(1)
    .executeTakeFirst();
}

export type LeistungFilter = {
  readonly initial?: string;
  readonly lifeSituation?: LifeSituation;
};

/** Leistungen of a tenant, in no particular order. */
export async function listLeistungen(
  db: Db,
  tenantId: string,
  filter: LeistungFilter,
): Promise<LeistungSummary[]> {
  const { initial, lifeSituation } = filter;
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(summaryColumns)
    .where("tenant_id", "=", tenantId)
    .$if(initial !== undefined, (query) =>
      query.where("initial", "=", initial ?? ""),
    )
    .$if(lifeSituation !== undefined, (query) =>
      query.where("life_situation", "=", lifeSituation ?? ""),
    )
    .execute();
  return rows.map(summaryOf);
}

/** How many Leistungen begin with which letter. */
export async function countByInitial(
  db: Db,
  tenantId: string,
): Promise<{ initial: string; count: number }[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung")
    .select(({ fn }) => ["initial", fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .groupBy("initial")
    .execute();
  return rows.map(({ initial, count }) => ({ initial, count: Number(count) }));
}

export type Front = {
  /** In the order of the authority. */
  readonly featured: readonly LeistungSummary[];
  /** Those that have a Leistung. */
  readonly lifeSituations: readonly LifeSituation[];
};

/** What the authority shows on its home page. */
export async function readFront(db: Db, tenantId: string): Promise<Front> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(summaryColumns)
    .select((expression) =>
      expression
        .selectFrom("catalogue.leistung as any_leistung")
        .select(
          sql<string[]>`array_agg(distinct any_leistung.life_situation)`.as(
            "found",
          ),
        )
        .where("any_leistung.tenant_id", "=", tenantId)
        .as("situations"),
    )
    .where("tenant_id", "=", tenantId)
    .where("featured_position", "is not", null)
    .orderBy("featured_position")
    .limit(12)
    .execute();
  const found = rows[0]?.situations ?? [];
  return {
    featured: rows.map(summaryOf),
    lifeSituations: lifeSituations.filter((known) => found.includes(known)),
  };
}

/** Answers false when the tenant has no Leistung of this slug. */
export async function saveFormKey(
  db: Db,
  tenantId: string,
  { slug, formKey }: { slug: string; formKey: string | null },
): Promise<boolean> {
  const result = await db
    .$extendTables<CatalogueTables>()
    .updateTable("catalogue.leistung")
    .set({ form_key: formKey })
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export type LeistungToSave = Leistung & {
  /** 1 is first on the home page; null is not shown there. */
  readonly featuredPosition: number | null;
};

/** Writes a Leistung; one of the tenant with the same id is replaced, except for its form. */
export async function saveLeistung(
  db: Db,
  tenantId: string,
  leistung: LeistungToSave,
): Promise<void> {
  const columns = {
    slug: leistung.slug,
    leika_key: leistung.leikaKey,
    title: leistung.title,
    initial: leistung.initial,
    teaser: leistung.teaser,
    life_situation: leistung.lifeSituation,
    content: JSON.stringify(contentSchema.parse(leistung)),
    fee_cents: leistung.feeCents,
    processing_working_days: leistung.processingWorkingDays,
    assurance_level: leistung.assuranceLevel,
    online_maturity: leistung.onlineMaturity,
    office_slug: leistung.officeSlug,
    keywords: [...leistung.keywords],
    featured_position: leistung.featuredPosition,
    updated_at: leistung.updatedAt,
  };
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.leistung")
    .values({
      tenant_id: tenantId,
      id: leistung.id,
      form_key: leistung.formKey,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(columns),
    )
    .execute();
}
