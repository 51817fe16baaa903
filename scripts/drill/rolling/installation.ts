import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../../src/main/testing/free-port.ts";
import {
  visitorOf,
  type Reachable,
} from "../../../src/main/testing/visitor.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { connectionString } from "../../../src/platform/testing/connection-string.ts";
import { send, treeOf } from "../failover/process-tree.ts";
import type { Protection } from "../without/protections.ts";
import {
  proxyFigures,
  startPooler,
  startProxy,
  type Between,
} from "./between.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "./running-program.ts";

const root = path.join(import.meta.dirname, "../../..");
const readyWithinMs = 120_000;

/** One process of the portal that can be replaced. */
export type Member = {
  readonly name: string;
  readonly kind: "web" | "worker";
  start(): Promise<void>;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
  /** The process and its launcher. */
  processes(): readonly number[];
  /** To all of them. */
  signal(name: NodeJS.Signals): void;
};

export type Installation = Reachable & {
  /** Settings of all processes. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly members: readonly Member[];
  /** Before the web processes. */
  readonly proxy: Between;
  /** Before the database, where there is one. */
  readonly pooler: Between | undefined;
  /** `portal <words>` beside the processes that run. */
  command(words: readonly string[]): Promise<void>;
  /** Numbers that the proxy kept, by their names in its statistics. */
  proxyFigures(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
};

/** TLS and passwords everywhere: the files that operators get, with nothing but addresses and folders changed. */
export type Secured = {
  /** That all portals hang under. */
  readonly domain: string;
  /** Of the login `portal` of the database. */
  readonly password: string;
  readonly authorityFile: string;
  /** Of PgBouncer and of the proxy: their certificates. */
  readonly poolerFolder: string;
  readonly proxyFolder: string;
  /** As browsers reach the proxy at this port. */
  connectTo(port: number): NonNullable<Reachable["connect"]>;
  /** Between sowing the demo and the first start. */
  afterSeed(): Promise<void>;
};

export type InstallationInput = {
  readonly folder: string;
  /** The database server, past the pooler. */
  readonly server: DatabaseAddress;
  readonly webs: number;
  readonly workers: number;
  readonly drainSeconds: number;
  readonly tries: "again" | "once";
  /** Default: haproxy. */
  readonly proxy?: "haproxy" | "nginx";
  /** Who runs the pooler; by default the owner of the server's socket. */
  readonly poolerUser?: { readonly uid: number; readonly gid: number };
  /** Where the server is reached on this machine without a pooler. */
  readonly databasePort?: number;
  /** Default: everything in the clear, everybody on this machine is trusted. */
  readonly secured?: Secured;
  /** Further settings of all processes. */
  readonly env?: Readonly<Record<string, string>>;
  /** What only one process gets, by its name. */
  readonly envOf?: (name: string) => Readonly<Record<string, string>>;
  /** What its processes run without, for a control. */
  readonly without?: Protection | undefined;
};

/** Web processes and workers behind HAProxy, on a database behind PgBouncer; sown with the demo, all ready. */
export async function openInstallation(
  input: InstallationInput,
): Promise<Installation> {
  const { folder } = input;
  const stops: (() => Promise<unknown>)[] = [];
  const port = await freePort();
  const webPorts = await spacedPorts(input.webs);
  const databasePort = input.databasePort ?? (await freePort());
  const dataDir = path.join(folder, "data");
  const pooler =
    input.databasePort === undefined
      ? await startPooler(input, databasePort)
      : undefined;
  stops.push(async () => pooler?.stop());
  const env = {
    ...commonEnv(input, { port, databasePort }),
    ...(input.secured && securedEnv(input, { port, databasePort })),
    DATA_DIR: dataDir,
    ...input.env,
  };
  // Production refuses the demo's data.
  await runCommand({ ...env, NODE_ENV: "development" }, ["seed", "demo"]);
  await input.secured?.afterSeed();
  const members = membersOf(input, env, webPorts);
  stops.push(() => Promise.all(members.map((member) => member.stop())));
  await Promise.all(members.map((member) => member.start()));
  const proxy = await startProxy(input, port, webPorts);
  stops.push(() => proxy.stop());
  return {
    env,
    dataDir,
    ...reachableAt(port, input.secured),
    command: (words) => runCommand(env, words),
    members,
    proxy,
    pooler,
    proxyFigures: () =>
      input.proxy === "nginx" ? Promise.resolve({}) : proxyFigures(folder),
    stop: async () => {
      for (const stop of stops.toReversed()) await stop();
    },
  };
}

type Ports = { readonly port: number; readonly databasePort: number };

const commonEnv = (
  input: InstallationInput,
  { port, databasePort }: Ports,
) => ({
  NODE_ENV: "development",
  DEMO_VORGAENGE: "none",
  LOG_LEVEL: "warn",
  TRUSTED_PROXIES: "127.0.0.1,::1",
  SMTP_URL: "",
  PUBLIC_BASE_DOMAIN: `localhost:${port}`,
  DATABASE_URL: `postgresql://${input.server.user ?? "postgres"}@127.0.0.1:${databasePort}/openrathaus`,
  DATABASE_DIRECT_URL: connectionString(input.server),
  DATABASE_POOLING:
    input.databasePort === undefined ? "transaction" : "session",
  DRAIN_SECONDS: String(input.drainSeconds),
});

function securedEnv(
  { server, secured }: InstallationInput,
  { port, databasePort }: Ports,
): Readonly<Record<string, string>> {
  if (!secured) return {};
  const { domain, password, authorityFile } = secured;
  const database = (at: number) =>
    `postgresql://portal:${password}@127.0.0.1:${at}/openrathaus?sslmode=verify-full&sslrootcert=${authorityFile}`;
  return {
    NODE_ENV: "production",
    PUBLIC_BASE_DOMAIN: `${domain}:${port}`,
    DATABASE_URL: database(databasePort),
    DATABASE_DIRECT_URL: database(server.port ?? 5432),
  };
}

function reachableAt(port: number, secured?: Secured): Reachable {
  const scheme = secured ? "https" : "http";
  const domain = secured?.domain ?? "localhost";
  return {
    port,
    baseUrl: (label) =>
      `${scheme}://${label === "" ? "" : `${label}.`}${domain}:${port}`,
    ...(secured && { connect: secured.connectTo(port) }),
  };
}

async function runCommand(
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<void> {
  // Not waited for by standing still: what stands before the database may be in this process.
  await promisify(execFile)(process.execPath, ["bin/portal.mjs", ...words], {
    cwd: root,
    env: { ...process.env, ...env },
  });
}

/**
 * The demo's identity providers take the port after that of a web process. Below those that Linux gives to outgoing connections: a process that
 * was killed must get its port again.
 */
async function spacedPorts(count: number): Promise<readonly number[]> {
  for (;;) {
    const first = 20_000 + 2 * Math.floor(((await freePort()) % 12_000) / 2);
    const all = Array.from({ length: 2 * count }, (_, index) => first + index);
    const taken = await Promise.all(all.map(answers));
    if (!taken.includes(true)) return all.filter((_, index) => index % 2 === 0);
  }
}

function membersOf(
  { folder, webs, workers, envOf, without }: InstallationInput,
  env: Readonly<Record<string, string>>,
  webPorts: readonly number[],
): readonly Member[] {
  const member = (kind: Member["kind"], number: number, port?: number) => {
    const name = `${kind}${number}`;
    const state: { program?: RunningProgram } = {};
    const processes = () => {
      const { program } = state;
      return program && !program.hasEnded() ? treeOf(program.pid) : [];
    };
    return {
      name,
      kind,
      processes,
      start: async () => {
        state.program = startProgram({
          command: process.execPath,
          args: [...programOf(without), "start", kind],
          logFile: path.join(folder, `${name}.log`),
          env: {
            ...env,
            ...(without && { DRILL_WITHOUT: without }),
            PORT: String(port ?? 0),
            ...envOf?.(name),
          },
        });
        if (port !== undefined) await untilReady(name, port);
      },
      stop: () => state.program?.stop() ?? Promise.resolve(null),
      signal: (signal: NodeJS.Signals) => {
        for (const pid of processes()) send(pid, signal);
      },
    };
  };
  return [
    ...range(workers).map((index) => member("worker", index + 1)),
    ...range(webs).map((index) => member("web", index + 1, webPorts[index])),
  ];
}

const programOf = (without: Protection | undefined): readonly string[] =>
  without === undefined
    ? [path.join(root, "bin/portal.mjs")]
    : [
        "--disable-warning=ExperimentalWarning",
        path.join(root, "scripts/drill/without/portal.ts"),
      ];

const range = (length: number) => Array.from({ length }, (_, index) => index);

function untilReady(name: string, port: number): Promise<void> {
  const asked = visitorOf(
    { port, baseUrl: () => `http://localhost:${port}` },
    "",
  );
  return until(async () => (await asked.visit("/readyz")).status === 200, {
    within: readyWithinMs,
    what: `${name} is not ready`,
  });
}
