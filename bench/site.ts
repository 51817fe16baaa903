import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import type { FastifyInstance } from "fastify";
import { collectModules } from "../src/main/modules.ts";
import { openServices, type Services } from "../src/main/services.ts";
import { startPortal } from "../src/main/start-portal.ts";
import { openWeb } from "../src/main/web.ts";
import { readSettings } from "../src/platform/config/settings.ts";
import type { DatabaseAddress } from "../src/platform/database/database.ts";
import { servingRole } from "../src/platform/database/serving-role.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres/index.ts";
import { createLogger } from "../src/platform/logging/logger.ts";
import { connectionString } from "../src/platform/testing/connection-string.ts";
import type { Portal } from "../src/modules/tenants/index.ts";
import type { SentStatement } from "./bare-answers.ts";
import {
  endChild,
  portalNodeOptions,
  portalScript,
  serverCore,
  startChild,
} from "./child-process.ts";
import { whenInterrupted } from "./when-interrupted.ts";

/** A portal with demo data to measure, as a process of its own; and a second one in this process that tells which statements it sends. */
export type Site = {
  readonly address: DatabaseAddress;
  readonly role: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly portal: Portal;
  readonly server: ChildProcess;
  /** Settings of its processes, for another one beside it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly services: Services;
  readonly recorder: FastifyInstance;
  /** Statements of the recorder since the list was last emptied. */
  readonly statements: SentStatement[];
  close(): Promise<void>;
};

const label = "schwerin";

export type SiteOptions = {
  /** Where the portal leaves a profile. */
  readonly profileFolder?: string | undefined;
  /** Further settings of the portal. */
  readonly settings?: Environment;
  /** Of the web process, in place of the portal's own. */
  readonly script?: string | undefined;
};

/** The portal with which a database with fsync on, as in operation, is filled and measured. */
export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "orh-bench-"));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  // What was interrupted fails as well, and must wait until all is closed.
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= opened.disposeAsync());
  opened.defer(whenInterrupted(close));
  try {
    const postgres = await startEmbeddedPostgres({ dataDir });
    opened.defer(() => postgres.stop());
    const ground = { dataDir, address: postgres.address };
    await seed(await environmentOf(ground));
    const site = await openSiteOn(ground, options);
    opened.defer(() => site.close());
    return { ...site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where a site's keys, files and rows are. */
export type SiteGround = {
  readonly dataDir: string;
  readonly address: DatabaseAddress;
};

/** A portal on a database that is filled already. Closing it leaves both as they are. */
export async function openSiteOn(
  ground: SiteGround,
  {
    profileFolder,
    settings = {},
    // A profile is read by the names of sources.
    script = profileFolder === undefined
      ? portalScript
      : "../src/main/portal.ts",
  }: SiteOptions = {},
): Promise<Site> {
  const environment = await environmentOf(ground);
  const { address } = ground;
  const server = startChild(script, {
    arguments: ["start", "web"],
    environment: { ...environment, ...settings, ...profiling(profileFolder) },
    core: serverCore,
    nodeOptions: portalNodeOptions,
  });
  const port = Number(environment["PORT"]);
  await untilReady(port);
  const recording = await openRecorder(environment, address);
  return {
    address,
    role: await servingRole(address),
    port,
    host: `${label}.localhost:${String(port)}`,
    server,
    environment,
    ...recording,
    close: async () => {
      await endChild(server);
      await recording.recorder.close();
      await recording.services.close();
    },
  };
}

/** Settings of the site's processes. */
export async function environmentOf({
  dataDir,
  address,
}: SiteGround): Promise<Environment> {
  return {
    NODE_ENV: "development",
    DEMO_VORGAENGE: "none",
    LOG_LEVEL: "error",
    PORT: String(await freePort()),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DATABASE_URL: connectionString(address),
  };
}

type Environment = Readonly<Record<string, string>>;

/** Makes Node write a CPU profile of the portal when it ends. */
function profiling(folder: string | undefined): Environment {
  return folder === undefined
    ? {}
    : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` };
}

async function seed(environment: Environment): Promise<void> {
  const running = await startPortal({
    settings: readSettings(environment),
    logger: createLogger("error"),
    parts: { web: true, worker: false },
    seedsDemo: true,
  });
  await running.stop();
}

async function openRecorder(
  environment: Environment,
  address: DatabaseAddress,
) {
  const statements: SentStatement[] = [];
  const services = await openServices({
    settings: readSettings(environment),
    logger: createLogger("error"),
    address,
    databaseOptions: {
      onStatement: (sql, parameters, connection) =>
        statements.push({ sql, parameters, connection }),
    },
  });
  const recorder = await openWeb({
    services,
    modules: collectModules(services),
  });
  const portal = await services.portals.findByHost(label);
  if (!portal) throw new Error(`bench: there is no portal "${label}"`);
  return { services, recorder, statements, portal };
}

/** Resolves when the portal answers. */
export async function untilReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(
      `http://127.0.0.1:${String(port)}/healthz`,
    ).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || !address)
    throw new Error("bench: no free port");
  return address.port;
}
