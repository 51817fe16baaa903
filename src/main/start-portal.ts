import type { FastifyInstance } from "fastify";
import { createPortalDirectory } from "../modules/tenants/index.ts";
import type { Settings } from "../platform/config/settings.ts";
import { migrate } from "../platform/database/migrate.ts";
import type { Logger } from "../platform/logging/logger.ts";
import { giveWay } from "../platform/process/give-way.ts";
import { closeWeb } from "./close-web.ts";
import {
  breakingMigrations,
  connectCommandServer,
  connectPortalServer,
  type ConnectedServer,
} from "./connect-server.ts";
import { seedDemo } from "./demo.ts";
import { seedDemoCompany } from "./demo/seed-company.ts";
import { listen } from "./listen.ts";
import { hasDemoData, refuseDemoInProduction } from "./installation-facts.ts";
import { openMailReturns } from "./mail-returns.ts";
import { openMetrics } from "./metrics/open-metrics.ts";
import {
  measureProcess,
  type ProcessMetrics,
} from "./metrics/process-metrics.ts";
import { collectModules } from "./modules.ts";
import { warnOfMissingSeal } from "./seal.ts";
import { openServices, type Services } from "./services.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import type { Assets } from "../ui/assets.ts";
import { openWeb, type WebInput } from "./web.ts";
import { keepWatch } from "./keep-watch.ts";
import {
  countFaults,
  createFaultCounts,
  type FaultCounts,
} from "../platform/logging/count-faults.ts";
import { openWorker } from "./worker.ts";

export type PortalParts = { readonly web: boolean; readonly worker: boolean };

export type RunningPortal = {
  readonly services: Services;
  /** Port the web server listens on; 0 without one. */
  readonly port: number;
  readonly hasDemoData: boolean;
  /**
   * Lets proxies turn away, finishes running requests, gives jobs back, closes the database. `isReplaced`: another process answers on the same
   * port, so nobody has to turn away.
   */
  stop(how?: { readonly isReplaced: boolean }): Promise<void>;
};

export type StartInput = {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly parts: PortalParts;
  /** `own`: the embedded database belongs to this process; `shared`: to another one that may run. */
  readonly embedded?: "own" | "shared";
  /** Sow demo data into an empty installation (never in production). */
  readonly seedsDemo: boolean;
  /** Called before each statement of a request or job; for tests that count them. */
  readonly onStatement?: (sql: string) => void;
  /** Of another portal of this process. */
  readonly assets?: Assets | undefined;
};

/** Database, migrations, then web and worker as asked. Releases everything again when one of them fails to start. */
export async function startPortal(input: StartInput): Promise<RunningPortal> {
  const { settings, logger, parts } = input;
  // A worker of its own works beside the portal on the same data folder.
  const { embedded = parts.web ? "own" : "shared" } = input;
  const server = await (embedded === "own"
    ? connectPortalServer(settings, logger)
    : connectCommandServer(settings, logger));
  try {
    await migrate(server.directAddress, migrationsFolder, {
      breaking: breakingMigrations(settings),
    });
    return await startOn(server, input);
  } catch (error) {
    await server.release();
    throw error;
  }
}

async function startOn(
  server: ConnectedServer,
  { settings, logger, parts, seedsDemo, onStatement, assets }: StartInput,
): Promise<RunningPortal> {
  const measured = settings.metricsListen && measureProcess();
  const faults = createFaultCounts();
  const services = await openServices({
    settings,
    logger: countFaults(logger, faults),
    address: server.address,
    directAddress: server.directAddress,
    databaseOptions: {
      maxConnections: connectionsOf(settings),
      idleInTransactionTimeoutMs: 300_000,
      ...(onStatement && { onStatement }),
      watch: measured?.database,
    },
  });
  warnOfMissingSeal(settings, logger);
  try {
    await refuseDemoInProduction(settings, services.database);
    if (
      seedsDemo &&
      settings.environment !== "production" &&
      (await isEmpty(services))
    ) {
      await seedDemo(services);
      await seedDemoCompany(services);
    }
    // The database is there by now, and keeps its priority: pages need it as well.
    if (!parts.web) giveWay();
    const running = await openParts(services, {
      server,
      parts,
      measured,
      faults,
      assets,
    });
    return {
      services,
      hasDemoData: await hasDemoData(services.database),
      ...running,
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

type OpenInput = Pick<StartInput, "parts" | "assets"> & {
  readonly server: ConnectedServer;
  readonly measured: ProcessMetrics | undefined;
  readonly faults: FaultCounts;
};

async function openParts(
  services: Services,
  { server, parts, measured, faults, assets }: OpenInput,
): Promise<Pick<RunningPortal, "port" | "stop">> {
  const modules = collectModules(services);
  const leaving = new AbortController();
  const web = parts.web
    ? await openListening({
        services,
        modules,
        leaving: leaving.signal,
        measured,
        assets,
      })
    : undefined;
  const worker = parts.worker ? openWorker(services, modules) : undefined;
  const returns = parts.worker ? await openMailReturns(services) : undefined;
  const metrics = await openMetrics(services, measured);
  const watch = await keepWatch(services, { parts, faults });
  return {
    port: portOf(web),
    stop: async ({ isReplaced } = { isReplaced: false }) => {
      await Promise.all([
        web &&
          closeWeb(web, {
            leaving: isReplaced ? undefined : leaving,
            drainMs: Math.max(
              services.settings.drainMs,
              isReplaced ? handOverMs : 0,
            ),
          }),
        worker?.stop(),
        returns?.stop(),
      ]);
      await metrics?.stop();
      await watch.stop();
      await services.close();
      await server.release();
    },
  };
}

async function openListening(input: WebInput): Promise<FastifyInstance> {
  const web = await openWeb(input);
  await listen(web, input.services.settings);
  return web;
}

function portOf(web: FastifyInstance | undefined): number {
  const address = web?.server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** How long connections that browsers and proxies keep go on being answered by a process that was replaced: each is closed with its next answer. */
const handOverMs = 1_000;

/** Of each process: the embedded database has a hundred for all. */
function connectionsOf({ webProcesses }: Settings): number {
  return Math.max(4, Math.min(16, Math.floor(64 / webProcesses)));
}

/** Asked of the database: the shared directory would remember the answer for seconds after sowing. */
async function isEmpty({ database }: Services): Promise<boolean> {
  const fresh = createPortalDirectory({
    transaction: (work) => database.unscoped(work),
  });
  return (await fresh.list()).length === 0;
}
