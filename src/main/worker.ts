import { cleanUpJob } from "../modules/submissions/index.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { smtpTransport } from "../platform/mail/mail-transport.ts";
import type { ModuleContribution } from "../shell/module.ts";
import { startWorker, type Worker } from "../shell/worker/run-jobs.ts";
import { sendMailHandler } from "../shell/worker/send-mail-job.ts";
import { systemActor, type Services } from "./services.ts";

const hourMs = 3_600_000;

/** Works the queue with the jobs of all modules, sends mail, and enqueues what is due every hour. */
export function openWorker(
  services: Services,
  modules: readonly ModuleContribution[],
): Worker {
  const { settings, logger, database } = services;
  const transport =
    settings.smtpUrl === undefined
      ? undefined
      : smtpTransport(settings.smtpUrl);
  const from = `noreply@${settings.publicBaseDomain.replace(/:\d+$/, "")}`;
  const worker = startWorker({
    database,
    logger,
    handlers: [
      sendMailHandler({ transport, from }),
      ...modules.flatMap((module) => module.jobs),
    ],
    contextFor: (tenantId, jobId) =>
      services.contextFor({
        tenantId,
        actor: systemActor,
        correlationId: jobId,
      }),
    concurrency: 4,
    idleMs: 400,
  });
  const hourly = setInterval(() => void enqueueCleanUp(services), hourMs);
  hourly.unref();
  void enqueueCleanUp(services);
  return {
    stop: async () => {
      clearInterval(hourly);
      await worker.stop();
      transport?.close();
    },
  };
}

/** One clean-up for each tenant; several workers asking at once make one job. */
async function enqueueCleanUp({
  portals,
  database,
  logger,
}: Services): Promise<void> {
  try {
    for (const { tenantId } of await portals.list()) {
      await database.inTenant(tenantId, (db) =>
        enqueue(db, { name: cleanUpJob, payload: {}, uniqueKey: "hourly" }),
      );
    }
  } catch (error) {
    // The next hour tries again.
    logger.error({ error }, "clean-up could not be enqueued");
  }
}
