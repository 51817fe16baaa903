import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** Removes the tenant's jobs, waiting and dead, whose payload names one of these ids: what they are about is gone. */
export async function removeJobsAbout(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    with gone as (
      delete from jobs.job
      where tenant_id = ${tenantId}
        and exists (select from jsonb_each_text(payload) where value = any(${[...ids]}::text[]))
      returning id
    )
    delete from jobs.start using gone where job_id = gone.id
  `.execute(db);
}
