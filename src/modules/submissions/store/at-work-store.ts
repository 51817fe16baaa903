import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Applications for a Leistung that applicants work on, and those begun a moment ago. Drafts of the counter and corrections do not count. */
export async function countDraftsAtWork(
  db: Db,
  wanted: {
    readonly tenantId: string;
    readonly leistungSlug: string;
    readonly touchedSince: Date;
    readonly begunSince: Date;
  },
): Promise<{ readonly atWork: number; readonly begun: number }> {
  const { rows } = await sql<{ at_work: number; begun: number }>`
    select count(*) filter (where submitted_at is null)::int as at_work,
      count(*) filter (where created_at > ${wanted.begunSince})::int as begun
    from submissions.draft
    where tenant_id = ${wanted.tenantId} and leistung_slug = ${wanted.leistungSlug} and updated_at > ${wanted.touchedSince}
      and intake_by is null and amends_submission_id is null
  `.execute(db);
  const { at_work: atWork = 0, begun = 0 } = rows[0] ?? {};
  return { atWork, begun };
}
