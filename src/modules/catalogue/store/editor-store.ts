import { sql, type RawBuilder, type SqlBool } from "kysely";
import {
  addDays,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FourEyes } from "../domain/editing/approval.ts";
import type { Inherited } from "../domain/content/layers.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { approvalState } from "./approval-store.ts";
import { contentSchema } from "./content-schema.ts";
import { inheritedOf } from "./inherited-store.ts";
import type { CatalogueTables } from "./tables.ts";
import { patternWithin } from "./pattern-within.ts";

/** What the list of the editor may be narrowed to. */
export type DeskFilter = {
  readonly words: string;
  readonly kind:
    | "all"
    | "own"
    | "inherited"
    | "changed"
    | "hidden"
    | "draft"
    | "planned"
    | "waiting"
    | "due"
    | "overdue"
    | "old";
  readonly today: CalendarDay;
  /** Up to this day a review counts as due. */
  readonly soon: CalendarDay;
  readonly oldBefore: Date;
  readonly limit: number;
  readonly offset: number;
};

/** A line of the editor's list. */
export type DeskLeistung = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly isHidden: boolean;
  readonly isInherited: boolean;
  /** Something that the tenant wrote itself has changed above since. */
  readonly isChangedAbove: boolean;
  /** First day it is shown in the future, or last one in the past. */
  readonly isOutOfTime: boolean;
  /** Something was typed that is not published. */
  readonly hasDraft: boolean;
  /** When something that is planned will be published. */
  readonly publishAt: Date | null;
  /** Whether another editor is asked to approve something, or has sent it back. */
  readonly approval: "waiting" | "returned" | null;
  /** When it is to be looked at, where that is soon or past. */
  readonly reviewDueOn: CalendarDay | null;
  readonly updatedAt: Date;
};

const isInherited = sql<boolean>`exists (select from catalogue.inherited
  where inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id)`;
const isChangedAbove = sql<boolean>`exists (select from catalogue.inherited
  where inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id and inherited.changed_above > 0)`;
const hasDraft = sql<boolean>`exists (select from catalogue.draft
  where draft.tenant_id = leistung.tenant_id and draft.leistung_id = leistung.id)`;
const publishAt = sql<Date | null>`(select publish_at from catalogue.plan
  where plan.tenant_id = leistung.tenant_id and plan.leistung_id = leistung.id)`;
/** Null for one that nobody sees: it can wait. */
const reviewBefore = (day: CalendarDay) => sql<string | null>`(
  select to_char(due_on, 'YYYY-MM-DD') from catalogue.review
  where review.tenant_id = leistung.tenant_id and review.leistung_id = leistung.id and due_on < ${day}::date and not leistung.is_hidden)`;
const isOutOfTime = sql<boolean>`valid_from > current_date or valid_until < current_date`;

/** As pieces of SQL about `leistung`. */
const conditions: Readonly<
  Record<DeskFilter["kind"], (filter: DeskFilter) => RawBuilder<SqlBool>>
> = {
  all: () => sql`true`,
  own: () => sql`not ${isInherited}`,
  inherited: () => isInherited,
  changed: () => isChangedAbove,
  hidden: () => sql`leistung.is_hidden`,
  draft: () => hasDraft,
  planned: () => sql`${publishAt} is not null`,
  waiting: () => sql`${approvalState} = 'waiting'`,
  due: ({ soon }) => sql`${reviewBefore(addDays(soon, 1))} is not null`,
  overdue: ({ today }) => sql`${reviewBefore(today)} is not null`,
  old: ({ oldBefore }) => sql`leistung.updated_at < ${oldBefore}`,
};

function isMeant({ words }: DeskFilter): RawBuilder<SqlBool> {
  const pattern = patternWithin(words);
  return sql`(leistung.title ilike ${pattern} or leistung.slug ilike ${pattern}
    or leistung.leika_key = ${words.replaceAll(/\s/g, "")})`;
}

/** Leistungen of a tenant, also those that nobody else sees, by title; and how many there are. */
export async function listForEditor(
  db: Db,
  tenantId: string,
  filter: DeskFilter,
): Promise<{ leistungen: DeskLeistung[]; count: number }> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["id", "slug", "title", "is_hidden", "updated_at"])
    .select(isInherited.as("is_inherited"))
    .select(isChangedAbove.as("is_changed_above"))
    .select(isOutOfTime.as("is_out_of_time"))
    .select(hasDraft.as("has_draft"))
    .select(publishAt.as("publish_at"))
    .select(approvalState.as("approval"))
    .select(reviewBefore(addDays(filter.soon, 1)).as("review_due_on"))
    .select(sql<string>`count(*) over ()`.as("count"))
    .where("tenant_id", "=", tenantId)
    .where(isMeant(filter))
    .where(conditions[filter.kind](filter))
    .orderBy("title")
    .orderBy("id")
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return {
    count: Number(rows[0]?.count ?? 0),
    leistungen: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      isHidden: row.is_hidden,
      isInherited: row.is_inherited,
      isChangedAbove: row.is_changed_above,
      isOutOfTime: row.is_out_of_time,
      hasDraft: row.has_draft,
      publishAt: row.publish_at,
      approval: row.approval,
      reviewDueOn: row.review_due_on,
      updatedAt: row.updated_at,
    })),
  };
}

/** How many Leistungen have parts of the tenant's own that changed above since. */
export async function countChangedAbove(
  db: Db,
  tenantId: string,
): Promise<number> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.inherited")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("changed_above", ">", 0)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** A Leistung as the editor works on it. */
export type EditedLeistung = {
  readonly id: string;
  readonly slug: string;
  readonly content: LeistungContent;
  /** Number of the version that everybody reads; 0 where none was kept. */
  readonly version: number;
  readonly formKey: string | null;
  readonly featuredPosition: number | null;
  readonly isHidden: boolean;
  readonly updatedAt: Date;
  /** Undefined for one of the tenant's own making. */
  readonly inherited: Inherited | undefined;
  /** Hidden because the authority that offers it does not show it any more. */
  readonly isHiddenWithAbove: boolean;
};

/** Undefined when the tenant has none of this id. With `lock` nobody else changes it until the transaction ends. */
export async function findEdited(
  db: Db,
  tenantId: string,
  { id, lock }: { readonly id: string; readonly lock: "none" | "update" },
): Promise<EditedLeistung | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .leftJoin("catalogue.inherited as above", (join) =>
      join
        .onRef("above.tenant_id", "=", "leistung.tenant_id")
        .onRef("above.leistung_id", "=", "leistung.id"),
    )
    .select([
      "leistung.id",
      "leistung.slug",
      "leistung.content",
      "leistung.form_key",
      "leistung.featured_position",
      "leistung.is_hidden",
      "leistung.updated_at",
      "above.content as above_content",
      "above.overridden",
      "above.seen",
      "above.hidden_with_above",
    ])
    .where("leistung.tenant_id", "=", tenantId)
    .where("leistung.id", "=", id)
    .$if(lock === "update", (query) => query.forNoKeyUpdate("leistung"))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    slug: row.slug,
    content: contentSchema.parse(row.content),
    version: await lastVersion(db, tenantId, id),
    formKey: row.form_key,
    featuredPosition: row.featured_position,
    isHidden: row.is_hidden,
    updatedAt: row.updated_at,
    isHiddenWithAbove: row.hidden_with_above ?? false,
    inherited:
      row.above_content === null
        ? undefined
        : inheritedOf(row.above_content, row),
  };
}

/** A statement of its own: after the lock it sees what the other one has written. */
async function lastVersion(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<number> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung_version")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** What everybody read from a moment on. */
export type LeistungVersion = {
  readonly version: number;
  readonly content: LeistungContent;
  readonly publishedAt: Date;
  /** Staff id; null for imports and commands. */
  readonly publishedBy: string | null;
} & FourEyes;

/** The newest first; `before` a number to go on from. */
export async function listVersions(
  db: Db,
  tenantId: string,
  {
    leistungId,
    limit,
    upTo,
  }: {
    readonly leistungId: string;
    readonly limit: number;
    readonly upTo?: number | undefined;
  },
): Promise<LeistungVersion[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung_version")
    .select(["version", "content", "published_at", "published_by"])
    .select(["authors", "approved_by"])
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .$if(upTo !== undefined, (query) => query.where("version", "<=", upTo ?? 0))
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    content: contentSchema.parse(row.content),
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    authors: row.authors,
    approvedBy: row.approved_by,
  }));
}

/** Answers false when nothing changed: there is none, or it is so already. */
export async function saveHidden(
  db: Db,
  tenantId: string,
  { id, isHidden }: { readonly id: string; readonly isHidden: boolean },
): Promise<boolean> {
  const result = await db
    .$extendTables<CatalogueTables>()
    .updateTable("catalogue.leistung")
    .set({ is_hidden: isHidden, visibility_changed_at: sql`now()` })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("is_hidden", "!=", isHidden)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
