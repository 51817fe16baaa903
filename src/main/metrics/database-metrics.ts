import type { Database } from "../../platform/database/database.ts";
import { countJobsByName } from "../../platform/jobs/count-jobs.ts";
import { countMailsByState } from "../../platform/mail/count-mails.ts";
import type { Family, Sample } from "../../platform/metrics/metrics.ts";

/** What the database says about the whole installation. While it is away only that. */
export async function readDatabaseMetrics(
  database: Database,
): Promise<readonly Family[]> {
  try {
    const [jobs, mails] = await database.unscoped(
      async (db) =>
        [await countJobsByName(db), await countMailsByState(db)] as const,
    );
    const byJob = (
      value: (job: (typeof jobs)[number]) => number,
    ): readonly Sample[] =>
      jobs.map((job) => ({ labels: { kind: job.name }, value: value(job) }));
    return [
      databaseUp(1),
      gauge(
        "openrathaus_jobs_waiting",
        "Jobs in the queue by kind",
        byJob((job) => job.waiting),
      ),
      gauge(
        "openrathaus_jobs_overdue_seconds",
        "For how long the oldest due job of a kind has waited",
        byJob((job) => job.overdueSeconds),
      ),
      gauge(
        "openrathaus_jobs_dead",
        "Dead letters by kind of job",
        byJob((job) => job.dead),
      ),
      gauge(
        "openrathaus_mails",
        "Mails of the last 30 days by state",
        mails.map(({ state, count }) => ({ labels: { state }, value: count })),
      ),
    ];
  } catch {
    // The alert for it is the figure; the log has its own line.
    return [databaseUp(0)];
  }
}

function databaseUp(value: 0 | 1): Family {
  return gauge("openrathaus_database_up", "1 while the database answers", [
    { labels: {}, value },
  ]);
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, kind: "gauge", samples };
}
