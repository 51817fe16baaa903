import { setTimeout as sleep } from "node:timers/promises";
import { countInstallation } from "../modules/delivery/module.ts";
import {
  aliveEveryMs,
  countForConsole,
  takeSample,
  tellAlive,
  tellEnd,
} from "../modules/operation/index.ts";
import type { FaultCounts } from "../platform/logging/count-faults.ts";
import { programVersion } from "../platform/process/program-version.ts";
import { newId } from "../platform/values/id.ts";
import { figureSources } from "./operation-ports.ts";
import type { Services } from "./services.ts";
import { watchStatus } from "./watch-status.ts";

const goodbyeMs = 2_000;

/** For the operator's pages, and every five minutes for their plots. */
async function measure(
  ground: Parameters<typeof countForConsole>[0],
  sources: Parameters<typeof countForConsole>[1],
): Promise<void> {
  await countForConsole(ground, sources);
  await takeSample(ground, sources);
  const { database, now } = ground;
  await database.unscoped((db) =>
    countInstallation(db, { now, maxAgeMs: aliveEveryMs / 2 }),
  );
}

export type KeptWatch = { stop(): Promise<void> };

/**
 * For the operator's page: this process tells every minute that it is there and which errors it logged, and a worker measures the installation. By a
 * clock of its own, not by the queue: what the queue does is to be seen also when nobody works it off.
 */
export async function keepWatch(
  services: Services,
  {
    parts,
    faults,
  }: {
    readonly parts: { readonly web: boolean; readonly worker: boolean };
    readonly faults: FaultCounts;
  },
): Promise<KeptWatch> {
  const { database, logger, settings } = services;
  const process = {
    id: newId(),
    servesWeb: parts.web,
    worksQueue: parts.worker,
    version: programVersion,
    startedAt: new Date(),
  };
  const look = async (): Promise<void> => {
    const ground = { database, now: new Date() };
    try {
      await tellAlive(ground, process, faults);
      if (parts.worker) await measure(ground, figureSources(settings));
    } catch (error) {
      // The next minute tries again; that the database is away others tell.
      logger.warn({ error }, "figures for the operator could not be kept");
    }
  };
  await look();
  const status = parts.worker ? watchStatus(services) : undefined;
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, aliveEveryMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      const told = Promise.all([
        looking.then(() => tellEnd({ database }, process.id)),
        status?.stop(),
      ]);
      // A database that is away must not keep the process: it is then seen as gone.
      await Promise.race([
        told.catch(() => undefined),
        sleep(goodbyeMs, undefined, { ref: false }),
      ]);
    },
  };
}
