import { chmodSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { send, treeOf } from "../failover/process-tree.ts";
import { haproxyConfig, nginxConfig, pgbouncerConfig } from "./config-files.ts";
import { publishedPooler, publishedProxy } from "./published-files.ts";
import type { InstallationInput } from "./installation.ts";
import {
  answers,
  startProgram,
  until,
  type ProgramInput,
  type RunningProgram,
} from "./running-program.ts";

/** A program that everything goes through: the proxy before the web processes, or the pooler before the database. */
export type Between = {
  /** To it and whom it started. */
  signal(name: NodeJS.Signals): void;
  /** Has it read its configuration again, as its service does. */
  reload(): void;
  /** Starts it again when it has ended. */
  startAgain(): Promise<void>;
  stop(): Promise<unknown>;
};

type BetweenInput = {
  readonly program: ProgramInput;
  readonly port: number;
  readonly reloadedBy: NodeJS.Signals;
  readonly endedBy: NodeJS.Signals;
};

export function startPooler(
  input: Pick<
    InstallationInput,
    "folder" | "server" | "poolerUser" | "secured"
  >,
  port: number,
): Promise<Between> {
  const { folder, server, poolerUser, secured } = input;
  const file = path.join(folder, "pgbouncer.ini");
  const { host = "127.0.0.1", user = "postgres" } = server;
  writeFileSync(
    file,
    secured
      ? publishedPooler({
          folder: secured.poolerFolder,
          port,
          databasePort: server.port ?? 5432,
        })
      : pgbouncerConfig({
          port,
          server: `host=${host} port=${server.port ?? 5432} dbname=${server.database ?? "postgres"} user=${user}`,
        }),
  );
  chmodSync(folder, 0o755);
  // As whoever owns the server's socket: nobody else may use it, and PgBouncer refuses to run as root.
  const { uid, gid } = poolerUser ?? statSync(host);
  return startBetween({
    program: {
      command: "pgbouncer",
      args: [file],
      logFile: path.join(folder, "pgbouncer.log"),
      user: { uid, gid },
    },
    port,
    reloadedBy: "SIGHUP",
    endedBy: "SIGINT",
  });
}

const statsSocket = (folder: string) => path.join(folder, "haproxy.sock");

export async function startProxy(
  input: InstallationInput,
  port: number,
  webPorts: readonly number[],
): Promise<Between> {
  const { folder, proxy = "haproxy" } = input;
  const file = path.join(folder, `${proxy}.cfg`);
  writeFileSync(file, await proxyConfig(input, port, webPorts));
  return startBetween({
    program: {
      command: proxy,
      // With a master, as Debian's service has it: it can be reloaded.
      args: proxy === "nginx" ? ["-c", file] : ["-W", "-f", file],
      logFile: path.join(folder, `${proxy}.log`),
    },
    port,
    reloadedBy: proxy === "nginx" ? "SIGHUP" : "SIGUSR2",
    endedBy: "SIGTERM",
  });
}

async function proxyConfig(
  { folder, tries, secured, proxy = "haproxy" }: InstallationInput,
  port: number,
  webPorts: readonly number[],
): Promise<string> {
  if (secured)
    return publishedProxy(proxy, {
      folder: secured.proxyFolder,
      ports: { http: await freePort(), https: port },
      webPorts,
      statsSocket: statsSocket(folder),
    });
  return proxy === "nginx"
    ? nginxConfig({ port, webPorts }, folder)
    : haproxyConfig({
        port,
        webPorts,
        tries,
        statsSocket: statsSocket(folder),
      });
}

async function startBetween(input: BetweenInput): Promise<Between> {
  const { program, port } = input;
  const start = async () => {
    const started = startProgram(program);
    await until(() => answers(port), {
      within: 10_000,
      what: `${program.command} does not answer`,
    });
    return started;
  };
  const state: { running: RunningProgram } = { running: await start() };
  return {
    signal: (name) => {
      for (const pid of treeOf(state.running.pid)) send(pid, name);
    },
    reload: () => {
      state.running.signal(input.reloadedBy);
    },
    startAgain: async () => {
      await until(() => Promise.resolve(state.running.hasEnded()), {
        within: 30_000,
        what: `${program.command} does not end`,
      });
      state.running = await start();
    },
    stop: () => state.running.stop(input.endedBy),
  };
}

/** Sums of the frontend and of all servers behind, as `show stat` tells them. @see HAProxy management guide, 9.1 */
export async function proxyFigures(
  folder: string,
): Promise<Readonly<Record<string, number>>> {
  const text = await new Promise<string>((resolve, reject) => {
    let answer = "";
    connect(statsSocket(folder))
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
