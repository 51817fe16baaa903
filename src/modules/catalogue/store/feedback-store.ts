import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { CatalogueTables } from "./tables.ts";

export type Feedback = {
  readonly leistungId: string;
  readonly hasHelped: boolean;
  /** Empty for none. */
  readonly remark: string;
  readonly now: Date;
};

/** Remarks are kept for so many days. */
const remarkDays = 180;

/** Counts an answer in its month, keeps its sentence and deletes old ones. At most three statements. */
export async function addFeedback(
  db: Db,
  tenantId: string,
  { leistungId, hasHelped, remark, now }: Feedback,
): Promise<void> {
  const [helped, didNotHelp] = hasHelped ? [1, 0] : [0, 1];
  await sql`
    insert into catalogue.feedback_count as known (tenant_id, leistung_id, month, helped, did_not_help)
    values (${tenantId}::uuid, ${leistungId}::uuid, date_trunc('month', ${now}::timestamptz at time zone 'Europe/Berlin')::date,
      ${helped}, ${didNotHelp})
    on conflict (tenant_id, leistung_id, month) do update set
      helped = known.helped + excluded.helped, did_not_help = known.did_not_help + excluded.did_not_help
  `.execute(db);
  if (remark === "") return;
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.feedback_remark")
    .values({
      tenant_id: tenantId,
      id: newId(),
      leistung_id: leistungId,
      has_helped: hasHelped,
      remark,
      said_on: now,
    })
    .execute();
  await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.feedback_remark")
    .where("tenant_id", "=", tenantId)
    .where("said_on", "<", new Date(now.getTime() - remarkDays * 86_400_000))
    .execute();
}

export type MonthOfFeedback = {
  /** YYYY-MM */
  readonly month: string;
  readonly helped: number;
  readonly didNotHelp: number;
};

export type FeedbackOfLeistung = {
  readonly slug: string;
  readonly title: string;
  /** Oldest first; months without an answer are left out. */
  readonly months: readonly MonthOfFeedback[];
  /** Newest first. */
  readonly remarks: readonly {
    readonly remark: string;
    readonly hasHelped: boolean;
    /** YYYY-MM-DD */
    readonly saidOn: string;
  }[];
};

const rowSchema: z.ZodType<FeedbackOfLeistung> = z.object({
  slug: z.string(),
  title: z.string(),
  months: z.array(
    z.object({
      month: z.string(),
      helped: z.int(),
      didNotHelp: z.int(),
    }),
  ),
  remarks: z.array(
    z.object({
      remark: z.string(),
      hasHelped: z.boolean(),
      saidOn: z.string(),
    }),
  ),
});

const mostRemarks = 50;

/** Answers since a day (YYYY-MM-DD) of each Leistung that has any, those that helped least first. One statement. */
export async function listFeedback(
  db: Db,
  tenantId: string,
  since: string,
): Promise<FeedbackOfLeistung[]> {
  const { rows } = await sql`
    select leistung.slug, leistung.title, counted.months,
      (select coalesce(jsonb_agg(said), '[]') from (
        select remark, has_helped as "hasHelped", said_on::text as "saidOn"
        from catalogue.feedback_remark as remark
        where remark.tenant_id = ${tenantId}::uuid and remark.leistung_id = leistung.id
        order by said_on desc, id desc
        limit ${mostRemarks}
      ) as said) as remarks
    from (
      select leistung_id, sum(did_not_help) as complaints, jsonb_agg(jsonb_build_object(
        'month', to_char(month, 'YYYY-MM'), 'helped', helped, 'didNotHelp', did_not_help) order by month) as months
      from catalogue.feedback_count
      where tenant_id = ${tenantId}::uuid and month >= ${since}::date
      group by leistung_id
    ) as counted
    join catalogue.leistung as leistung on leistung.tenant_id = ${tenantId}::uuid and leistung.id = counted.leistung_id
    order by counted.complaints desc, leistung.title
  `.execute(db);
  return z.array(rowSchema).parse(rows);
}
