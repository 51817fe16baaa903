import {
  settingsOfProcess,
  type Settings,
} from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import {
  whenAskedToStop,
  type StopReason,
} from "../../platform/process/when-asked-to-stop.ts";
import { printBanner } from "../banner.ts";
import {
  startPortal,
  type PortalParts,
  type RunningPortal,
} from "../start-portal.ts";

/** Longest time running requests and jobs get to finish after SIGTERM. */
const stopTimeoutMs = 30_000;

/** Runs web, worker or both until asked to stop. */
export async function start(
  parts: PortalParts,
  options: { readonly seedsDemo: boolean },
): Promise<void> {
  const settings = settingsOfProcess();
  const logger = createLogger(settings.logLevel);
  // Listens first: whoever stops a portal that is still starting must not leave its database behind.
  const asked = Promise.withResolvers<StopReason>();
  whenAskedToStop(asked.resolve);
  const running = await startPortal({ settings, logger, parts, ...options });
  if (parts.web) await announce(settings, running);
  logger.info({ reason: await asked.promise }, "stopping");
  await stopAndExit(running);
}

async function announce(
  settings: Settings,
  running: RunningPortal,
): Promise<void> {
  const portals = await running.services.portals.list();
  printBanner({ settings, portals, hasDemoData: running.hasDemoData });
}

async function stopAndExit(running: RunningPortal): Promise<void> {
  const tooLate = setTimeout(() => {
    process.exit(1);
  }, stopTimeoutMs);
  tooLate.unref();
  try {
    await running.stop();
    process.exit(0);
  } catch (error) {
    running.services.logger.error({ error }, "could not stop cleanly");
    process.exit(1);
  }
}
