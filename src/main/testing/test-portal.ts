import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Portal } from "../../modules/tenants/index.ts";
import { readSettings } from "../../platform/config/settings.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { connectionString } from "../../platform/testing/connection-string.ts";
import { createTestDatabase } from "../../platform/testing/test-database.ts";
import {
  emptyTemplate,
  type DatabaseTemplate,
} from "../../platform/testing/test-server.ts";
import { seedDemo } from "../demo.ts";
import { openServices, type Services } from "../services.ts";
import { startPortal } from "../start-portal.ts";
import { loadWebAssets } from "../web-assets.ts";
import { freePort } from "./free-port.ts";
import { checkSealed } from "./sealed-check.ts";
import { personalIn } from "./typed-values.ts";

export type TestPortal = {
  readonly services: Services;
  readonly port: number;
  readonly databaseAddress: DatabaseAddress;
  /** Lines of the log so far, as JSON. */
  readonly log: string[];
  /** Statements sent to the database since the last `statements.length = 0`. */
  readonly statements: string[];
  /** `http://schwerin.localhost:<port>`; empty label for the bare host. */
  baseUrl(label: string): string;
  portal(label: string): Promise<Portal>;
  close(): Promise<void>;
};

export type TestPortalOptions = {
  /** Environment variables of the portal, e.g. `SMTP_URL`. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly worker?: boolean;
};

/** What an empty installation sows into itself at its first start, with the keys it was encrypted with. */
const demoTemplate: DatabaseTemplate = {
  name: "openrathaus_demo",
  base: emptyTemplate,
  fill: async (address, folder) => {
    const services = await openServices({
      settings: readSettings(settingsFor(address, folder)),
      logger: createLogger("info", { write: () => undefined }),
      address,
    });
    await seedDemo(services);
    await services.close();
  },
};

function settingsFor(address: DatabaseAddress, dataDir: string) {
  return {
    NODE_ENV: "test",
    DATA_DIR: dataDir,
    DATABASE_URL: connectionString(address),
  };
}

/** Packed once for all portals of the process: that takes a good part of starting one. */
const assets = loadWebAssets();

/** The whole portal in this process, with demo data, a database and a data folder of its own. */
export async function startTestPortal({
  variables = {},
  worker = true,
}: TestPortalOptions = {}): Promise<TestPortal> {
  const database = await createTestDatabase(demoTemplate);
  const dataDir = await mkdtemp(join(tmpdir(), "orh-portal-"));
  await cp(database.templateFolder, dataDir, { recursive: true });
  const settings = readSettings({
    ...settingsFor(database.address, dataDir),
    PORT: String(await freePort()),
    ...variables,
  });
  const log: string[] = [];
  const logger = createLogger("info", { write: (line) => void log.push(line) });
  const statements: string[] = [];
  const running = await startPortal({
    settings,
    logger,
    parts: { web: true, worker },
    seedsDemo: false,
    onStatement: (sql) => statements.push(sql),
    assets: await assets,
  });
  return {
    services: running.services,
    port: running.port,
    databaseAddress: database.address,
    log,
    statements,
    baseUrl: (label) =>
      `http://${label === "" ? "" : `${label}.`}localhost:${String(running.port)}`,
    portal: async (label) =>
      requirePortal(await running.services.portals.findByHost(label), label),
    close: async () => {
      // Here, so that it holds for the whole run: what was stored opens as what its module says (data keys can be replaced), and no line of
      // any test says anything of a person.
      try {
        const { services } = running;
        const { faults } = await checkSealed(services, database.address);
        assert.deepEqual([...faults], []);
      } finally {
        await running.stop();
        await database.close();
        await rm(dataDir, { recursive: true, force: true });
      }
      assert.deepEqual(personalIn(log), []);
    },
  };
}

function requirePortal(portal: Portal | undefined, label: string): Portal {
  if (!portal) throw new Error(`test portal: there is no "${label}"`);
  return portal;
}
