import type { Database, Db } from "../../platform/database/database.ts";
import { keepFigures } from "../../platform/database/kept-figures.ts";
import {
  countInstalled,
  type ConnectorCount,
} from "../../modules/delivery/module.ts";
import {
  countJobsByName,
  type JobCounts,
} from "../../platform/jobs/count-jobs.ts";
import { countMailsByState } from "../../platform/mail/count-mails.ts";
import type { Family, Sample } from "../../platform/metrics/metrics.ts";

type Asked = { readonly now: Date; readonly maxAgeMs: number };

/**
 * What the database says about the whole installation, counted once for all programs that are asked. While it is away only that.
 */
export async function readDatabaseMetrics(
  database: Pick<Database, "unscoped">,
  asked: Asked,
): Promise<readonly Family[]> {
  try {
    // Where nothing can be written (a full disk) they are wanted most.
    const { jobs, mails, deliveries } = await kept(database, asked).catch(() =>
      database.unscoped(countAll),
    );
    return [
      databaseUp(1),
      ...queueFamilies(jobs),
      gauge(
        "openrathaus_mails",
        "Mails of the last 30 days by state",
        mails.map(({ state, count }) => ({ labels: { state }, value: count })),
      ),
      ...deliveryFamilies(deliveries),
    ];
  } catch {
    // The alert for it is the figure; the log has its own line.
    return [databaseUp(0)];
  }
}

async function kept(
  database: Pick<Database, "unscoped">,
  asked: Asked,
): Promise<Counted> {
  const { figures } = await database.unscoped((db) =>
    keepFigures(db, { name: "metrics", ...asked, count: countAll }),
  );
  return figures;
}

type Counted = Awaited<ReturnType<typeof countAll>>;

async function countAll(db: Db) {
  return {
    jobs: await countJobsByName(db),
    mails: await countMailsByState(db),
    deliveries: await countInstalled(db),
  };
}

function queueFamilies(jobs: readonly JobCounts[]): readonly Family[] {
  const byJob = (value: (job: JobCounts) => number): readonly Sample[] =>
    jobs.map((job) => ({ labels: { kind: job.name }, value: value(job) }));
  return [
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
  ];
}

function deliveryFamilies(
  counts: readonly ConnectorCount[],
): readonly Family[] {
  const by = (
    ...parts: readonly (readonly [string, (count: ConnectorCount) => number])[]
  ): readonly Sample[] =>
    counts.flatMap((count) =>
      parts.map(([state, value]) => ({
        labels: { connector: count.connector, ...(state && { state }) },
        value: value(count),
      })),
    );
  return [
    gauge(
      "openrathaus_deliveries_waiting",
      "Deliveries on their way by connector: ready, or held because the place is paused or does not answer",
      by(
        ["ready", ({ waiting, held }) => waiting - held],
        ["held", ({ held }) => held],
      ),
    ),
    gauge(
      "openrathaus_deliveries_oldest_seconds",
      "For how long the oldest delivery has waited, by connector",
      by(["", ({ oldestSeconds }) => oldestSeconds]),
    ),
    gauge(
      "openrathaus_deliveries_overdue_seconds",
      "For how long the oldest delivery has been due at a place that takes deliveries, by connector",
      by(["", ({ overdueSeconds }) => overdueSeconds]),
    ),
    gauge(
      "openrathaus_deliveries_today",
      "Deliveries that arrived or failed since midnight by connector; counted once an hour",
      by(
        ["delivered", ({ deliveredToday }) => deliveredToday],
        ["failed", ({ failedToday }) => failedToday],
      ),
    ),
  ];
}

function databaseUp(value: 0 | 1): Family {
  return gauge("openrathaus_database_up", "1 while the database answers", [
    { labels: {}, value },
  ]);
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, kind: "gauge", samples };
}
