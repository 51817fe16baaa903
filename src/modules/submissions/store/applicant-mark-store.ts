import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

const mostShown = 5;

/** Other submissions since then that share a mark with this one, the newest first. */
export async function listSimilar(
  db: Db,
  tenantId: string,
  {
    submissionId,
    since,
  }: { readonly submissionId: string; readonly since: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ submission_id: string }>`
    select other.submission_id
    from submissions.applicant_mark own
    join submissions.applicant_mark other on other.tenant_id = own.tenant_id and other.mark = own.mark
    where own.tenant_id = ${tenantId} and own.submission_id = ${submissionId}
      and other.submission_id <> own.submission_id and other.submitted_at >= ${since}
    group by other.submission_id
    order by max(other.submitted_at) desc
    limit ${mostShown}
  `.execute(db);
  return rows.map((row) => row.submission_id);
}

/** What one party has sent for this Leistung since then, the newest first. */
export function listEarlierOfOwner(
  db: Db,
  tenantId: string,
  {
    ownerId,
    actorId,
    leistungSlug,
    since,
  }: {
    readonly ownerId: string;
    /** Only what this account has sent for them. */
    readonly actorId?: string | undefined;
    readonly leistungSlug: string;
    readonly since: Date;
  },
): Promise<{ id: string; submitted_at: Date }[]> {
  return db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.submission")
    .$if(actorId !== undefined, (query) =>
      query.where("acting_account_id", "=", actorId ?? null),
    )
    .select(["id", "submitted_at"])
    .where("tenant_id", "=", tenantId)
    .where("owner_id", "=", ownerId)
    .where("leistung_slug", "=", leistungSlug)
    .where("submitted_at", ">=", since)
    .orderBy("submitted_at", "desc")
    .limit(mostShown)
    .execute();
}
