import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type {
  Leistung,
  LeistungHead,
  LeistungSummary,
} from "../domain/leistung.ts";
import {
  assuranceLevelSchema,
  isOfAbove,
  isOnlineAbove,
  isShown,
  leistungOf,
  providerOfLeistung,
  summaryColumns,
  summaryOf,
  takenOver,
  takenOverSchema,
} from "./leistung-row.ts";
import type { CatalogueTables } from "./tables.ts";

/** Of those that everybody may see (`shown`), or of all that the tenant keeps. */
export async function findLeistungBySlug(
  db: Db,
  tenantId: string,
  { slug, among }: { readonly slug: string; readonly among: "shown" | "kept" },
): Promise<Leistung | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(summaryColumns)
    .select(["leistung.content", "leistung.updated_at"])
    .select(providerOfLeistung.as("provider"))
    .select(takenOver.as("taken_over"))
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .$if(among === "shown", (query) => query.where(isShown))
    .executeTakeFirst();
  return (
    row && {
      ...leistungOf(row),
      takenOver: takenOverSchema.parse(row.taken_over),
    }
  );
}

/** Also of one that is hidden by now: applications for it may still be under way. */
export async function findLeistungHead(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<LeistungHead | undefined> {
  const [row] = await head(db, { tenantId, slug });
  return (
    row && {
      title: row.title,
      leikaKey: row.leika_key ?? undefined,
      lifeSituation: row.life_situation,
      assuranceLevel: assuranceLevelSchema.parse(row.assurance_level),
    }
  );
}

type NamedLeistung = { readonly tenantId: string; readonly slug: string };

const head = fixedStatement((db, value: ValueOf<NamedLeistung>) =>
  db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung")
    .select(["title", "leika_key", "life_situation", "assurance_level"])
    .where("tenant_id", "=", value("tenantId"))
    .where("slug", "=", value("slug")),
);

/** What another authority offers as the same Leistung. */
export type Counterpart = {
  readonly slug: string;
  readonly title: string;
  readonly leikaKey: string | null;
  /** Each town or Amt below decides for itself. */
  readonly belongsToCommunes: boolean;
};

/** The Leistung of this name, else one with this LeiKa key; none that only words what an authority above offers. */
export async function findCounterpart(
  db: Db,
  tenantId: string,
  {
    slug,
    leikaKey,
  }: { readonly slug: string; readonly leikaKey?: string | undefined },
): Promise<Counterpart | undefined> {
  const [row] = await counterpart(db, {
    tenantId,
    slug,
    leikaKey: leikaKey ?? null,
  });
  return row;
}

type Sought = NamedLeistung & { readonly leikaKey: string | null };

const counterpart = fixedStatement((db, value: ValueOf<Sought>) =>
  db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["slug", "title", "leika_key as leikaKey"])
    .select(
      sql<boolean>`coalesce((content->>'belongsToCommunes')::boolean, false)`.as(
        "belongsToCommunes",
      ),
    )
    .where("tenant_id", "=", value("tenantId"))
    .where((it) =>
      it.or([
        it("slug", "=", value("slug")),
        it("leika_key", "=", value("leikaKey")),
      ]),
    )
    .where(isShown)
    .where((it) => it.not(isOfAbove))
    .orderBy((it) => it("slug", "=", value("slug")), "desc")
    .orderBy("slug")
    .limit(1),
);

export type LeistungFilter = {
  readonly initial?: string;
  /** Keys of situations; a Leistung of any of them fits. */
  readonly situations?: readonly string[];
  /** Slug of the office that is responsible. */
  readonly office?: string;
};

/** Leistungen of a tenant that everybody may see, in no particular order. */
export async function listLeistungen(
  db: Db,
  tenantId: string,
  { initial, situations, office }: LeistungFilter,
): Promise<LeistungSummary[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(summaryColumns)
    .select(providerOfLeistung.as("provider"))
    .select(isOnlineAbove.as("is_online_above"))
    .where("tenant_id", "=", tenantId)
    .where(isShown)
    .$if(initial !== undefined, (query) =>
      query.where("initial", "=", initial ?? ""),
    )
    .$if(office !== undefined, (query) =>
      query.where("office_slug", "=", office ?? ""),
    )
    .$if(situations !== undefined, (query) =>
      query.where((it) =>
        it(
          "leistung.id",
          "in",
          it
            .selectFrom("catalogue.leistung_situation as place")
            .select("place.leistung_id")
            .where("place.tenant_id", "=", tenantId)
            .where("place.situation_key", "in", [...(situations ?? [])]),
        ),
      ),
    )
    .execute();
  return rows.map(summaryOf);
}

/** A file of addresses holds so many. @see sitemaps.org */
const mostAddresses = 49_000;

export async function listAddresses(
  db: Db,
  tenantId: string,
): Promise<{ slug: string; updatedAt: Date }[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["slug", "updated_at"])
    .where("tenant_id", "=", tenantId)
    .where(isShown)
    .orderBy("slug")
    .limit(mostAddresses)
    .execute();
  return rows.map((row) => ({ slug: row.slug, updatedAt: row.updated_at }));
}

/** How many Leistungen begin with which letter. */
export async function countByInitial(
  db: Db,
  tenantId: string,
): Promise<{ initial: string; count: number }[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(({ fn }) => ["initial", fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .where(isShown)
    .groupBy("initial")
    .execute();
  return rows.map(({ initial, count }) => ({ initial, count: Number(count) }));
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
