import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export type JobCounts = {
  readonly name: string;
  /** With those that run. */
  readonly waiting: number;
  /** Started and not settled yet; one whose worker was killed counts until it is started again. */
  readonly running: number;
  /** What a person or a circuit breaker holds is not due. */
  readonly overdueSeconds: number;
  readonly dead: number;
};

/** Length and age of the queue over all tenants, for each kind of job that is in it. */
export async function countJobsByName(db: Db): Promise<readonly JobCounts[]> {
  const { rows } = await sql<JobCounts>`
    select name,
      (count(*) filter (where state = 'waiting'))::float8 as waiting,
      (count(*) filter (where state = 'waiting' and run_at <= now() and starts > attempts))::float8 as running,
      coalesce(extract(epoch from now() - min(run_at) filter (
        where state = 'waiting' and run_at < now() and coalesce(held_until, '-infinity') <= now()
      )), 0)::float8 as "overdueSeconds",
      (count(*) filter (where state = 'dead'))::float8 as dead
    from jobs.job left join jobs.start on job_id = id left join jobs.channel using (channel)
    group by name order by name
  `.execute(db);
  return rows;
}
