import { sql } from "kysely";
import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import type { DueWork } from "../domain/due-work.ts";
import { openStates } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";
import { ruleColumns, ruleOf } from "./clock-rule-row.ts";
import { vorgangOf } from "./vorgang-store.ts";

/** The rule of a Leistung; undefined where the office has set none. */
export async function findClockRule(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<ClockRule | undefined> {
  const [row] = await ruleOfLeistung(db, { tenantId, leistungSlug });
  return row && ruleOf(row);
}

type RuleOfLeistung = {
  readonly tenantId: string;
  readonly leistungSlug: string;
};

const ruleOfLeistung = fixedStatement((db, value: ValueOf<RuleOfLeistung>) =>
  selectRules(db, value("tenantId")).where(
    "leistung_slug",
    "=",
    value("leistungSlug"),
  ),
);

/** All rules of an office, by the Leistung. */
export async function listClockRules(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, ClockRule>> {
  const rows = await selectRules(db, tenantId).execute();
  return new Map(rows.map((row) => [row.leistung_slug, ruleOf(row)]));
}

function selectRules(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.clock_rule")
    .select(["leistung_slug", ...ruleColumns])
    .where("tenant_id", "=", tenantId);
}

/** Writes the rule of a Leistung, or takes it away. */
export async function saveClockRule(
  db: Db,
  tenantId: string,
  {
    leistungSlug,
    rule,
    at,
  }: {
    readonly leistungSlug: string;
    readonly rule: ClockRule | undefined;
    readonly at: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<VorgaengeTables>();
  if (!rule) {
    await tables
      .deleteFrom("vorgaenge.clock_rule")
      .where("tenant_id", "=", tenantId)
      .where("leistung_slug", "=", leistungSlug)
      .execute();
    return;
  }
  const values = { ...columnsOf(rule), changed_at: at };
  await tables
    .insertInto("vorgaenge.clock_rule")
    .values({ tenant_id: tenantId, leistung_slug: leistungSlug, ...values })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "leistung_slug"]).doUpdateSet(values),
    )
    .execute();
}

function columnsOf({
  targetDays,
  period,
  onQuestion,
  warningDays,
  land,
}: ClockRule) {
  return {
    target_days: targetDays ?? null,
    period_count: period?.count ?? null,
    period_unit: period?.unit ?? null,
    legal_basis: period?.legalBasis ?? "",
    approves_by_silence: period?.approvesBySilence ?? false,
    on_question: onQuestion,
    warning_days: warningDays,
    land,
  };
}

/** Open Vorgänge of a Leistung after an id, in the order of their ids, locked until the transaction ends. */
export async function lockOpenVorgaenge(
  db: Db,
  tenantId: string,
  page: {
    readonly leistungSlug: string;
    readonly afterId: string | undefined;
    readonly limit: number;
  },
): Promise<Vorgang[]> {
  let query = db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("leistung_slug", "=", page.leistungSlug)
    .where("state", "in", [...openStates])
    .orderBy("id")
    .limit(page.limit)
    .forNoKeyUpdate();
  if (page.afterId !== undefined) query = query.where("id", ">", page.afterId);
  return (await query.execute()).map(vorgangOf);
}

/** Writes the due day alone. */
export async function saveDueDay(
  db: Db,
  tenantId: string,
  { id, dueOn }: Pick<Vorgang, "id" | "dueOn">,
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .updateTable("vorgaenge.vorgang")
    .set({ due_on: dueOn ?? null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

/** Vorgänge whose day is over, of Leistungen that are granted by silence. */
export async function listSilentlyOver(
  db: Db,
  tenantId: string,
  today: CalendarDay,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select vorgang.id from vorgaenge.vorgang
    join vorgaenge.clock_rule as rule using (tenant_id, leistung_slug)
    where vorgang.tenant_id = ${tenantId} and rule.approves_by_silence and vorgang.due_on < ${today}
    order by vorgang.due_on, vorgang.id limit 500
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** What is late or soon due, counted. */
export async function countDueWork(
  db: Db,
  tenantId: string,
  {
    today,
    leistungSlug,
    soonUntil,
  }: {
    readonly today: CalendarDay;
    readonly leistungSlug: string;
    readonly soonUntil: CalendarDay;
  },
): Promise<DueWork[]> {
  const { rows } = await sql<{
    assignee_id: string | null;
    team_id: string | null;
    late: number;
    soon: number;
  }>`
    select assignee_id, team_id,
      count(*) filter (where due_on < ${today})::int as late,
      count(*) filter (where due_on >= ${today})::int as soon
    from vorgaenge.vorgang
    where tenant_id = ${tenantId} and leistung_slug = ${leistungSlug} and due_on <= ${soonUntil}
    group by assignee_id, team_id
  `.execute(db);
  return rows.map((row) => ({
    assigneeId: row.assignee_id ?? undefined,
    teamId: row.team_id ?? undefined,
    leistungSlug,
    lateCount: row.late,
    soonCount: row.soon,
  }));
}

/** True for the first call of a day for this member of staff. */
export async function claimDueNotice(
  db: Db,
  tenantId: string,
  notice: { readonly staffId: string; readonly day: CalendarDay },
): Promise<boolean> {
  const { rows } = await sql`
    insert into vorgaenge.due_notice (tenant_id, staff_id, day) values (${tenantId}, ${notice.staffId}, ${notice.day})
    on conflict do nothing returning day
  `.execute(db);
  return rows.length > 0;
}

/** Forgets who was told before a day. */
export async function removeDueNotices(
  db: Db,
  tenantId: string,
  before: CalendarDay,
): Promise<void> {
  await sql`
    delete from vorgaenge.due_notice where tenant_id = ${tenantId} and day < ${before}::date
  `.execute(db);
}
