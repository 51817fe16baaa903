import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSettings } from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { connectionString } from "../../platform/testing/connection-string.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../platform/testing/test-database.ts";
import type { DatabaseTemplate } from "../../platform/testing/test-server.ts";
import { startPortal } from "../start-portal.ts";
import { freePort } from "./free-port.ts";
import type { CommandInput } from "./run-command.ts";
import type { Reachable } from "./visitor.ts";

/** A data folder and a database for an installation of its own. */
export async function withInstallation(
  template: DatabaseTemplate | undefined,
  work: (input: CommandInput, database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await createTestDatabase(template);
  const dataDir = await mkdtemp(path.join(tmpdir(), "orh-restored-"));
  try {
    await work(
      {
        dataDir,
        variables: { DATABASE_URL: connectionString(database.address) },
      },
      database,
    );
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Starts the portal of such an installation. */
export async function startInstallation({
  dataDir,
  variables,
}: CommandInput): Promise<{
  readonly portal: Reachable;
  readonly stop: () => Promise<void>;
}> {
  const running = await startPortal({
    settings: readSettings({
      ...variables,
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    }),
    logger: createLogger("silent"),
    parts: { web: true, worker: false },
    seedsDemo: false,
  });
  const { port } = running;
  return {
    portal: {
      port,
      baseUrl: (label) => `http://${label}.localhost:${String(port)}`,
    },
    stop: () => running.stop(),
  };
}
