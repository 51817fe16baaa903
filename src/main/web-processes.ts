import { fileURLToPath } from "node:url";
import type { Settings } from "../platform/config/settings.ts";
import type { Logger } from "../platform/logging/logger.ts";
import { collectAfterStart } from "../platform/process/grow-heap-slowly.ts";
import {
  whenMemberIsToEnd,
  type MemberEnd,
} from "../platform/process/group-member.ts";
import {
  startProcessGroup,
  type ProcessGroup,
} from "../platform/process/process-group.ts";
import {
  startPortal,
  type RunningPortal,
  type StartInput,
} from "./start-portal.ts";
import { stopAndExit } from "./stop-and-exit.ts";

/**
 * The portal with several web processes behind its port (ADR 29). Database, migrations, demo data and worker are in this process, so that they are there
 * once. Each "renew" event puts new web processes into the place of the old ones.
 */
export async function startWithWebProcesses(
  input: StartInput,
  renewing: EventTarget,
): Promise<RunningPortal> {
  const running = await startPortal({
    ...input,
    parts: { ...input.parts, web: false },
    embedded: "own",
  });
  try {
    const group = await startGroup(input);
    renewing.addEventListener("renew", () => {
      input.logger.info({}, "web processes are renewed");
      void group.renew();
    });
    return {
      ...running,
      port: group.port,
      stop: async () => {
        await group.stop();
        await running.stop();
      },
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function startGroup({
  settings,
  logger,
}: Pick<StartInput, "settings" | "logger">): Promise<ProcessGroup> {
  return startProcessGroup({
    script: fileURLToPath(new URL("../../bin/run-portal.mjs", import.meta.url)),
    arguments: ["start", "web"],
    count: settings.webProcesses,
    onEvent: (event) => {
      if (event.kind === "up") logger.info(event, "web process is up");
      else logger.error(event, "web process");
    },
  });
}

/** One of several web processes, until it is to end. */
export async function runWebProcess(
  settings: Settings,
  logger: Logger,
): Promise<void> {
  const asked = Promise.withResolvers<MemberEnd>();
  whenMemberIsToEnd(asked.resolve);
  const running = await startPortal({
    settings,
    logger,
    parts: { web: true, worker: false },
    embedded: "shared",
    seedsDemo: false,
  });
  collectAfterStart();
  const end = await asked.promise;
  await stopAndExit(running.services, () =>
    running.stop({ isReplaced: end === "retired" }),
  );
}
