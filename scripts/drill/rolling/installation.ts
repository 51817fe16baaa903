import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { connectionString } from "../../../src/platform/testing/connection-string.ts";
import { send, treeOf } from "../failover/process-tree.ts";
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

export type Installation = {
  readonly dataDir: string;
  /** Of the proxy. */
  readonly port: number;
  baseUrl(label: string): string;
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
  /** Further settings of all processes. */
  readonly env?: Readonly<Record<string, string>>;
  /** What only one process gets, by its name. */
  readonly envOf?: (name: string) => Readonly<Record<string, string>>;
};

/** Web processes and workers behind HAProxy, on a database behind PgBouncer; sown with the demo, all ready. */
export async function openInstallation(
  input: InstallationInput,
): Promise<Installation> {
  const { folder, server } = input;
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
    NODE_ENV: "development",
    DEMO_VORGAENGE: "none",
    LOG_LEVEL: "warn",
    TRUSTED_PROXIES: "127.0.0.1,::1",
    DATA_DIR: dataDir,
    SMTP_URL: "",
    PUBLIC_BASE_DOMAIN: `localhost:${port}`,
    DATABASE_URL: `postgresql://${server.user ?? "postgres"}@127.0.0.1:${databasePort}/openrathaus`,
    DATABASE_DIRECT_URL: connectionString(server),
    DATABASE_POOLING:
      input.databasePort === undefined ? "transaction" : "session",
    DRAIN_SECONDS: String(input.drainSeconds),
    ...input.env,
  };
  await runCommand(env, ["seed", "demo"]);
  const members = membersOf(input, env, webPorts);
  stops.push(() => Promise.all(members.map((member) => member.stop())));
  await Promise.all(members.map((member) => member.start()));
  const proxy = await startProxy(input, port, webPorts);
  stops.push(() => proxy.stop());
  return {
    dataDir,
    port,
    baseUrl: (label) => baseUrlOf(port, label),
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

const baseUrlOf = (port: number, label: string) =>
  `http://${label === "" ? "" : `${label}.`}localhost:${port}`;

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
  { folder, webs, workers, envOf }: InstallationInput,
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
          args: [path.join(root, "bin/portal.mjs"), "start", kind],
          logFile: path.join(folder, `${name}.log`),
          env: { ...env, PORT: String(port ?? 0), ...envOf?.(name) },
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
