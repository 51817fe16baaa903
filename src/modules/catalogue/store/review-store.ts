import { sql } from "kysely";
import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Review } from "../domain/editing/review.ts";
import type { CatalogueTables } from "./tables.ts";

/** Undefined where nobody is to look. */
export async function findReview(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<Review | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.review")
    .select(sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as("due_on"))
    .select(sql<boolean>`counted_from is null`.as("is_chosen"))
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  return row && { dueOn: row.due_on, isChosen: row.is_chosen };
}

/** In place of an earlier day; `countedFrom` is null for a day that somebody chose. */
export async function saveReview(
  db: Db,
  tenantId: string,
  {
    leistungId,
    dueOn,
    countedFrom,
  }: {
    readonly leistungId: string;
    readonly dueOn: CalendarDay;
    readonly countedFrom: CalendarDay | null;
  },
): Promise<void> {
  await sql`
    insert into catalogue.review (tenant_id, leistung_id, due_on, counted_from)
    values (${tenantId}, ${leistungId}, ${dueOn}::date, ${countedFrom}::date)
    on conflict (tenant_id, leistung_id) do update set
      (due_on, counted_from, told_on) = row(excluded.due_on, excluded.counted_from, null)
  `.execute(db);
}

export async function deleteReview(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.review")
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .execute();
}

/** An editor published: the next look is counted from today, where the authority has an interval. A day to come that somebody chose stays. */
export async function countReviewFrom(
  db: Db,
  tenantId: string,
  {
    leistungId,
    today,
  }: { readonly leistungId: string; readonly today: CalendarDay },
): Promise<void> {
  await sql`
    insert into catalogue.review (tenant_id, leistung_id, due_on, counted_from)
    select ${tenantId}::uuid, ${leistungId}::uuid, ${today}::date + make_interval(months => review_months), ${today}::date
    from catalogue.editing_rule
    where tenant_id = ${tenantId}::uuid and review_months is not null
    on conflict (tenant_id, leistung_id) do update set
      (due_on, counted_from, told_on) = row(excluded.due_on, excluded.counted_from, null)
    where review.counted_from is not null or review.due_on <= ${today}::date
  `.execute(db);
}

/**
 * Counts all days anew that nobody chose. Each Leistung of the tenant's own making or with own parts gets one, from its last publication on;
 * without an interval none has.
 */
export async function applyInterval(
  db: Db,
  tenantId: string,
  months: number | null,
): Promise<void> {
  if (months === null) {
    await sql`delete from catalogue.review where tenant_id = ${tenantId}::uuid and counted_from is not null`.execute(
      db,
    );
    return;
  }
  await sql`
    insert into catalogue.review (tenant_id, leistung_id, due_on, counted_from)
    select tenant_id, id, day + make_interval(months => ${months}::integer), day
    from (
      select leistung.tenant_id, leistung.id, (leistung.updated_at at time zone 'Europe/Berlin')::date as day
      from catalogue.leistung as leistung
      left join catalogue.inherited on inherited.tenant_id = leistung.tenant_id and inherited.leistung_id = leistung.id
      where leistung.tenant_id = ${tenantId}::uuid
        and (inherited.leistung_id is null or inherited.overridden <> '{}'::jsonb)
    ) as own
    on conflict (tenant_id, leistung_id) do update set
      (due_on, told_on) = row((review.counted_from + make_interval(months => ${months}::integer))::date, null)
    where review.counted_from is not null
  `.execute(db);
}

/** Somebody looked at a version and found nothing to change. */
export type ReviewCheck = {
  readonly version: number;
  readonly checkedAt: Date;
  /** Staff id. */
  readonly checkedBy: string;
};

export async function saveReviewCheck(
  db: Db,
  tenantId: string,
  check: ReviewCheck & { readonly id: string; readonly leistungId: string },
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.review_check")
    .values({
      tenant_id: tenantId,
      leistung_id: check.leistungId,
      id: check.id,
      version: check.version,
      checked_at: check.checkedAt,
      checked_by: check.checkedBy,
    })
    .execute();
}

/** Checks of some versions, the newest first. */
export async function listReviewChecks(
  db: Db,
  tenantId: string,
  {
    leistungId,
    versions,
  }: { readonly leistungId: string; readonly versions: readonly number[] },
): Promise<ReviewCheck[]> {
  if (versions.length === 0) return [];
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.review_check")
    .select(["version", "checked_at", "checked_by"])
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .where("version", "in", versions)
    .orderBy("checked_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
  }));
}

/** How many Leistungen that people see are to be looked at by a day. */
export async function countReviews(
  db: Db,
  tenantId: string,
  { today, soon }: { readonly today: CalendarDay; readonly soon: CalendarDay },
): Promise<{ readonly due: number; readonly overdue: number }> {
  const { rows } = await sql<{ due: string; overdue: string }>`
    select count(*) as due, count(*) filter (where due_on < ${today}::date) as overdue
    from catalogue.review
    join catalogue.leistung on leistung.tenant_id = review.tenant_id and leistung.id = review.leistung_id
    where review.tenant_id = ${tenantId}::uuid and due_on <= ${soon}::date and not is_hidden
  `.execute(db);
  return {
    due: Number(rows[0]?.due ?? 0),
    overdue: Number(rows[0]?.overdue ?? 0),
  };
}

/** Answers false where the summary of this day was made: then, and where two jobs come at once, the other one does nothing. */
export async function beginSummary(
  db: Db,
  tenantId: string,
  today: CalendarDay,
): Promise<boolean> {
  const result = await sql`
    insert into catalogue.review_summary (tenant_id, made_on) values (${tenantId}, ${today}::date)
    on conflict (tenant_id) do update set made_on = excluded.made_on
    where review_summary.made_on < excluded.made_on
  `.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Titles of what is due and was not told since a day, the longest due first; notes that it is told now. */
export async function takeUntold(
  db: Db,
  tenantId: string,
  {
    today,
    toldUpTo,
  }: { readonly today: CalendarDay; readonly toldUpTo: CalendarDay },
): Promise<readonly string[]> {
  const { rows } = await sql<{ title: string }>`
    with told as (
      update catalogue.review set told_on = ${today}::date
      from catalogue.leistung
      where review.tenant_id = ${tenantId}::uuid and due_on <= ${today}::date
        and (told_on is null or told_on <= ${toldUpTo}::date)
        and leistung.tenant_id = review.tenant_id and leistung.id = review.leistung_id and not is_hidden
      returning leistung.title, review.due_on
    )
    select title from told order by due_on, title
  `.execute(db);
  return rows.map(({ title }) => title);
}
