import type { RunningDemoProviders } from "../../modules/federation/demo/start-demo-providers.ts";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { growHeapSlowly } from "../../platform/process/grow-heap-slowly.ts";
import {
  whenAskedToStop,
  type StopReason,
} from "../../platform/process/when-asked-to-stop.ts";
import { printBanner } from "../banner.ts";
import { sowVorgaenge } from "../demo/sow-vorgaenge.ts";
import { offerDemoProviders } from "../demo-providers.ts";
import {
  startPortal,
  type PortalParts,
  type RunningPortal,
} from "../start-portal.ts";

/** Longest time running requests and jobs get to finish, once proxies have turned away. */
const stopTimeoutMs = 30_000;

/** Runs web, worker or both until asked to stop. */
export async function start(
  parts: PortalParts,
  options: { readonly seedsDemo: boolean },
): Promise<void> {
  growHeapSlowly();
  const settings = settingsOfProcess();
  const logger = createLogger(settings.logLevel);
  // Listens first: whoever stops a portal that is still starting must not leave its database behind.
  const asked = Promise.withResolvers<StopReason>();
  whenAskedToStop(asked.resolve);
  const running = await startPortal({ settings, logger, parts, ...options });
  const providers =
    parts.web && running.hasDemoData
      ? await offerDemoProviders(running.services, demoProvidersPort(running))
      : undefined;
  if (parts.web) await announce(running, providers);
  const sowing = options.seedsDemo ? sowInBackground(running) : undefined;
  logger.info({ reason: await asked.promise }, "stopping");
  await sowing?.stop();
  await stopAndExit(running, providers);
}

type Sowing = { stop(): Promise<void> };

/** The portal can be used meanwhile: nobody waits for it. */
function sowInBackground({
  services,
  hasDemoData,
}: RunningPortal): Sowing | undefined {
  const { logger, settings } = services;
  if (!hasDemoData || settings.demoVorgaenge === "none") return undefined;
  const ending = new AbortController();
  const sown = sowVorgaenge(services, ending.signal).catch((error: unknown) => {
    logger.error({ error }, "demo: Vorgänge could not be sown");
  });
  return {
    stop: () => {
      ending.abort();
      return sown;
    },
  };
}

/** Next to that of the portal. */
const demoProvidersPort = ({ port }: RunningPortal): number => port + 1;

async function announce(
  { services, hasDemoData }: RunningPortal,
  providers: RunningDemoProviders | undefined,
): Promise<void> {
  const portals = await services.portals.list();
  printBanner({
    settings: services.settings,
    portals,
    hasDemoData,
    demoProviders: providers?.origin,
  });
}

async function stopAndExit(
  running: RunningPortal,
  providers: RunningDemoProviders | undefined,
): Promise<void> {
  const tooLate = setTimeout(() => {
    process.exit(1);
  }, running.services.settings.drainMs + stopTimeoutMs);
  tooLate.unref();
  try {
    await Promise.all([providers?.stop(), running.stop()]);
    process.exit(0);
  } catch (error) {
    running.services.logger.error({ error }, "could not stop cleanly");
    process.exit(1);
  }
}
