import { execFile } from "node:child_process";
import { chmodSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { connectionString } from "../../../src/platform/testing/connection-string.ts";
import { send, treeOf } from "../failover/process-tree.ts";
import { haproxyConfig, nginxConfig, pgbouncerConfig } from "./config-files.ts";
import { startProgram, until, type RunningProgram } from "./running-program.ts";

const root = path.join(import.meta.dirname, "../../..");
const readyWithinMs = 120_000;

/** One process of the portal that can be replaced. */
export type Member = {
  readonly name: string;
  readonly kind: "web" | "worker";
  start(): Promise<void>;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
  /** To the process and its launcher. */
  signal(name: NodeJS.Signals): void;
};

export type Installation = {
  readonly dataDir: string;
  /** Of the proxy. */
  readonly port: number;
  baseUrl(label: string): string;
  readonly members: readonly Member[];
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
  if (input.databasePort === undefined)
    stops.push(await startPooler(input, databasePort));
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
  await sowDemo(env);
  const members = membersOf(input, env, webPorts);
  stops.push(() => Promise.all(members.map((member) => member.stop())));
  await Promise.all(members.map((member) => member.start()));
  const proxy = await startProxy(input, port, webPorts);
  stops.push(() => proxy.stop());
  const baseUrl = (label: string) =>
    `http://${label === "" ? "" : `${label}.`}localhost:${port}`;
  return {
    dataDir,
    port,
    baseUrl,
    members,
    proxyFigures: () =>
      input.proxy === "nginx"
        ? Promise.resolve({})
        : proxyFigures(statsSocket(folder)),
    stop: async () => {
      for (const stop of stops.toReversed()) await stop();
    },
  };
}

async function sowDemo(env: Readonly<Record<string, string>>): Promise<void> {
  // Not waited for by standing still: what stands before the database may be in this process.
  await promisify(execFile)(
    process.execPath,
    ["bin/portal.mjs", "seed", "demo"],
    { cwd: root, env: { ...process.env, ...env } },
  );
}

/** The demo's identity providers take the port after that of a web process. */
async function spacedPorts(count: number): Promise<readonly number[]> {
  const first = 20_000 + 2 * Math.floor(((await freePort()) % 20_000) / 2);
  return Array.from({ length: count }, (_, index) => first + 2 * index);
}

function membersOf(
  { folder, webs, workers, envOf }: InstallationInput,
  env: Readonly<Record<string, string>>,
  webPorts: readonly number[],
): readonly Member[] {
  const member = (kind: Member["kind"], number: number, port?: number) => {
    const name = `${kind}${number}`;
    const state: { program?: RunningProgram } = {};
    return {
      name,
      kind,
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
        const { program } = state;
        if (program && !program.hasEnded())
          for (const pid of treeOf(program.pid)) send(pid, signal);
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

async function startPooler(
  { folder, server, poolerUser }: InstallationInput,
  port: number,
): Promise<() => Promise<unknown>> {
  const file = path.join(folder, "pgbouncer.ini");
  const { host = "127.0.0.1", user = "postgres" } = server;
  writeFileSync(
    file,
    pgbouncerConfig({
      port,
      server: `host=${host} port=${server.port ?? 5432} dbname=${server.database ?? "postgres"} user=${user}`,
    }),
  );
  chmodSync(folder, 0o755);
  // As whoever owns the server's socket: nobody else may use it, and PgBouncer refuses to run as root.
  const { uid, gid } = poolerUser ?? statSync(host);
  const program = startProgram({
    command: "pgbouncer",
    args: [file],
    logFile: path.join(folder, "pgbouncer.log"),
    user: { uid, gid },
  });
  await until(() => answers(port), {
    within: 10_000,
    what: "PgBouncer does not answer",
  });
  return () => program.stop("SIGINT");
}

const statsSocket = (folder: string) => path.join(folder, "haproxy.sock");

async function startProxy(
  { folder, tries, proxy = "haproxy" }: InstallationInput,
  port: number,
  webPorts: readonly number[],
): Promise<RunningProgram> {
  const file = path.join(folder, `${proxy}.cfg`);
  const text =
    proxy === "nginx"
      ? nginxConfig({ port, webPorts }, folder)
      : haproxyConfig({
          port,
          webPorts,
          tries,
          statsSocket: statsSocket(folder),
        });
  writeFileSync(file, text);
  const program = startProgram({
    command: proxy,
    args: proxy === "nginx" ? ["-c", file] : ["-db", "-f", file],
    logFile: path.join(folder, `${proxy}.log`),
  });
  await until(() => answers(port), {
    within: 10_000,
    what: `${proxy} does not answer`,
  });
  return program;
}

/** Whether somebody listens there. */
export async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    return await new Promise((resolve) => {
      socket.once("connect", () => {
        resolve(true);
      });
      socket.once("error", () => {
        resolve(false);
      });
    });
  } finally {
    socket.destroy();
  }
}

/** Sums of the frontend and of all servers behind, as `show stat` tells them. @see HAProxy management guide, 9.1 */
async function proxyFigures(
  socketPath: string,
): Promise<Readonly<Record<string, number>>> {
  const text = await new Promise<string>((resolve, reject) => {
    let answer = "";
    connect(socketPath)
      .on("data", (chunk) => {
        answer += String(chunk);
      })
      .on("end", () => {
        resolve(answer);
      })
      .on("error", reject)
      .write("show stat\n");
  });
  const [head = "", ...lines] = text.trim().split("\n");
  const names = head.replace(/^# /, "").split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return new Map(names.map((name, index) => [name, cells[index] ?? ""]));
  });
  const figure = (service: string, name: string) =>
    rows
      .filter((row) => row.get("svname") === service)
      .reduce((sum, row) => sum + Number(row.get(name) ?? 0), 0);
  return {
    requests: figure("FRONTEND", "req_tot"),
    answers5xx: figure("FRONTEND", "hrsp_5xx"),
    triedAgain: figure("BACKEND", "wretr"),
    sentElsewhere: figure("BACKEND", "wredis"),
    connectionFaults: figure("BACKEND", "econ"),
    answerFaults: figure("BACKEND", "eresp"),
  };
}
