import { pollAllJob } from "../modules/arrivals/index.ts";
import { tidyAccountsJob } from "../modules/accounts/index.ts";
import { sealLogJob } from "../modules/audit/index.ts";
import { hourlyCatalogueJobs } from "../modules/catalogue/index.ts";
import { fetchFeedJob } from "../modules/exchange/index.ts";
import { tidyContactJob } from "../modules/contact/index.ts";
import { watchDeliveriesJob } from "../modules/delivery/index.ts";
import {
  cleanUpFederationJob,
  probeProvidersJob,
} from "../modules/federation/index.ts";
import {
  followUpJob,
  mirrorJob,
  scanDocumentsJob,
  sumUpJob,
} from "../modules/postfach/index.ts";
import { checkLinksJob } from "../modules/links/index.ts";
import { retentionJob } from "../modules/retention/index.ts";
import { tidyStaffJob } from "../modules/staff/index.ts";
import { cleanUpJob, remindJob } from "../modules/submissions/index.ts";
import { indexSearchJob, watchClocksJob } from "../modules/vorgaenge/index.ts";
import { enqueueForTenant } from "../platform/jobs/enqueue.ts";
import { removeMailsBefore } from "../platform/mail/mail-store.ts";
import type { ModuleContribution } from "../shell/module.ts";
import { startWorker, type Worker } from "../shell/worker/run-jobs.ts";
import type { JobHandler } from "../shell/worker/job.ts";
import { sendMailHandler } from "../shell/worker/send-mail-job.ts";
import { letterheadOf, mailSender, openMailTransport } from "./mail-ports.ts";
import { systemActor, type Services } from "./services.ts";
import { undeliverableListener } from "./undeliverable.ts";

const hourMs = 3_600_000;

/** Works the queue with the jobs of all modules, sends mail, and enqueues what is due every hour. */
export function openWorker(
  services: Services,
  modules: readonly ModuleContribution[],
): Worker {
  const { logger, database } = services;
  const shared = {
    database,
    logger,
    contextFor: (tenantId: string, jobId: string) =>
      services.contextFor({
        tenantId,
        actor: systemActor,
        correlationId: jobId,
      }),
    tracer: services.tracing,
    concurrency: 4,
    idleMs: 400,
  };
  const workers = [
    startWorker({
      ...shared,
      handlers: modules.flatMap((module) => module.jobs),
    }),
    // A mail server that takes its time would hold up everything else.
    startWorker({
      ...shared,
      concurrency: 2,
      handlers: [mailHandler(services)],
    }),
    startWorker({
      ...shared,
      handlers: modules.flatMap((module) => module.jobs),
      serves: "channels",
    }),
  ];
  const hourly = setInterval(() => void enqueueHourly(services), hourMs);
  hourly.unref();
  void enqueueHourly(services);
  return {
    stop: async () => {
      clearInterval(hourly);
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

function mailHandler(services: Services): JobHandler {
  return sendMailHandler({
    transport: openMailTransport(services.settings),
    from: mailSender(services.settings),
    letterheadOf: (tenantId) => letterheadOf(services, tenantId),
    onUndeliverable: undeliverableListener(services),
  });
}

/** How long the operator can read a mail that did not go out. */
const mailRetentionMs = 30 * 24 * hourMs;

/** Accounts are the same for all portals, and belong to the installation. */
const hourlyJobsOfInstallation = [
  tidyAccountsJob,
  probeProvidersJob,
  cleanUpFederationJob,
];

const hourlyJobs = [
  cleanUpJob,
  remindJob,
  tidyStaffJob,
  tidyContactJob,
  sealLogJob,
  scanDocumentsJob,
  followUpJob,
  sumUpJob,
  mirrorJob,
  indexSearchJob,
  watchClocksJob,
  retentionJob,
  watchDeliveriesJob,
  pollAllJob,
  ...hourlyCatalogueJobs,
  fetchFeedJob,
  checkLinksJob,
];

/** One of each for each tenant (several workers asking at once make one job of each), and mails past their term. */
async function enqueueHourly(services: Services): Promise<void> {
  const { portals, database, logger } = services;
  try {
    const before = new Date(Date.now() - mailRetentionMs);
    await database.unscoped((db) => removeMailsBefore(db, before));
    for (const { tenantId, kind } of await portals.list()) {
      await database.inTenant(tenantId, async (db) => {
        for (const name of [
          ...hourlyJobs,
          ...(kind === "installation" ? hourlyJobsOfInstallation : []),
        ])
          await enqueueForTenant(db, name);
      });
    }
  } catch (error) {
    // The next hour tries again.
    logger.error({ error }, "hourly jobs could not be enqueued");
  }
}
