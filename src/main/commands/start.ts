import type { RunningDemoProviders } from "../../modules/federation/demo/start-demo-providers.ts";
import { refuseUnreadableFiles } from "../../platform/config/setting-files.ts";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import {
  collectAfterStart,
  growHeapSlowly,
} from "../../platform/process/grow-heap-slowly.ts";
import { isGroupMember } from "../../platform/process/group-member.ts";
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
import { stopAndExit } from "../stop-and-exit.ts";
import { runWebProcess, startWithWebProcesses } from "../web-processes.ts";

/** Runs web, worker or both until asked to stop; web in several processes where `WEB_PROCESSES` says so. */
export async function start(
  parts: PortalParts,
  options: { readonly seedsDemo: boolean },
): Promise<void> {
  growHeapSlowly();
  const settings = settingsOfProcess();
  refuseUnreadableFiles(settings);
  const logger = createLogger(settings.logLevel);
  if (isGroupMember()) {
    await runWebProcess(settings, logger);
    return;
  }
  const input = { settings, logger, parts, ...options };
  const isGroup = parts.web && settings.webProcesses > 1;
  const renewing = new EventTarget();
  // Listens first: whoever stops a portal that is still starting must not leave its database behind.
  const asked = Promise.withResolvers<StopReason>();
  whenAskedToStop(
    asked.resolve,
    isGroup && !hasTerminal()
      ? { onHangUp: () => renewing.dispatchEvent(new Event("renew")) }
      : {},
  );
  const running = await (isGroup
    ? startWithWebProcesses(input, renewing)
    : startPortal(input));
  collectAfterStart();
  await runUntil(asked.promise, running, {
    parts,
    sows: options.seedsDemo,
  });
}

/** Whoever closes a terminal wants what runs in it to end. */
const hasTerminal = () => process.stdin.isTTY || process.stdout.isTTY;

async function runUntil(
  asked: Promise<StopReason>,
  running: RunningPortal,
  { parts, sows }: { readonly parts: PortalParts; readonly sows: boolean },
): Promise<void> {
  const providers =
    parts.web && running.hasDemoData
      ? await offerDemoProviders(running.services, demoProvidersPort(running))
      : undefined;
  if (parts.web) await announce(running, providers);
  const sowing = sows ? sowInBackground(running) : undefined;
  running.services.logger.info({ reason: await asked }, "stopping");
  await sowing?.stop();
  await stopAndExit(running.services, () =>
    Promise.all([providers?.stop(), running.stop()]),
  );
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
