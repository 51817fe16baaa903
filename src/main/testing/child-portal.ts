import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { visitorOf } from "./visitor.ts";

/** What is killed with -9: the portal's own process, everything at once as a power cut does, or only the database server. */
export const killKinds = ["portal", "tree", "database"] as const;
export type KillKind = (typeof killKinds)[number];

export type ChildPortal = {
  readonly dataDir: string;
  readonly port: number;
  /** Its whole output, of all starts. */
  readonly logFile: string;
  baseUrl(label: string): string;
  /** Starts it as `npm start` does and waits until it is ready. */
  start(): Promise<void>;
  /** Kills; what does not come back by itself is to be started again. `first` is done just before. */
  kill(kind: KillKind, first?: () => void): Promise<void>;
  /** The ids of the portal's own process and of the database server. */
  processes(): Promise<{ readonly portal: number; readonly server: number }>;
  waitUntilReady(): Promise<void>;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
};

const root = path.join(import.meta.dirname, "../../..");
const readyWithinMs = 120_000;

/**
 * The real portal as a process of its own, with the embedded database and everything else in `dataDir`. Not started yet. `web`: without a
 * worker, which are processes of their own then, and without sowing the demo.
 */
export function childPortal(
  dataDir: string,
  port: number,
  part: "whole" | "web" = "whole",
): ChildPortal {
  const logFile = path.join(dataDir, "portal.log");
  const state: { launcher?: ChildProcess } = {};
  const baseUrl = (label: string) =>
    `http://${label === "" ? "" : `${label}.`}localhost:${String(port)}`;
  const isReady = async () => {
    const answer = await visitorOf({ port, baseUrl }, "")
      .visit("/readyz")
      .catch(() => undefined);
    return answer?.status === 200;
  };
  const waitUntilReady = async () => {
    const deadline = performance.now() + readyWithinMs;
    while (!(await isReady())) {
      if (state.launcher && hasEnded(state.launcher))
        throw new Error(
          `the portal ended:\n${await readFile(logFile, "utf8")}`,
        );
      if (performance.now() > deadline)
        throw new Error(
          `the portal is not ready:\n${await readFile(logFile, "utf8")}`,
        );
      await sleep(50);
    }
  };
  return {
    dataDir,
    port,
    logFile,
    baseUrl,
    waitUntilReady,
    start: async () => {
      state.launcher = launch({ dataDir, port, logFile, part });
      await waitUntilReady();
    },
    kill: (kind, first) =>
      killParts(kind, { dataDir, launcher: state.launcher, first }),
    processes: () => processesOf(dataDir),
    stop: async () => {
      const { launcher } = state;
      if (!launcher || hasEnded(launcher)) return launcher?.exitCode ?? null;
      const exit = once(launcher, "exit");
      launcher.kill("SIGTERM");
      await exit;
      return launcher.exitCode;
    },
  };
}

type Launched = Pick<ChildPortal, "dataDir" | "port" | "logFile"> & {
  readonly part: "whole" | "web";
};

function launch({ logFile, part, ...where }: Launched): ChildProcess {
  const log = openSync(logFile, "a");
  const words = part === "web" ? ["start", "web"] : ["start"];
  const launcher = spawn(process.execPath, ["bin/portal.mjs", ...words], {
    cwd: root,
    stdio: ["ignore", log, log],
    env: { ...process.env, ...environmentOfChild(where) },
  });
  closeSync(log);
  return launcher;
}

/** What a process of the portal is told, whatever the shell says. */
export const environmentOfChild = ({
  dataDir,
  port,
}: Pick<ChildPortal, "dataDir" | "port">) => ({
  NODE_ENV: "development",
  DEMO_VORGAENGE: "none",
  // Whoever tests may come from many addresses.
  TRUSTED_PROXIES: "127.0.0.1,::1",
  LOG_LEVEL: "warn",
  DATA_DIR: dataDir,
  PORT: String(port),
  DATABASE_URL: "",
  SMTP_URL: "",
  PUBLIC_BASE_DOMAIN: "",
});

async function killParts(
  kind: KillKind,
  {
    dataDir,
    launcher,
    first,
  }: {
    readonly dataDir: string;
    readonly launcher: ChildProcess | undefined;
    readonly first: (() => void) | undefined;
  },
): Promise<void> {
  const { portal, server } = await processesOf(dataDir);
  first?.();
  if (kind === "database") {
    process.kill(server, "SIGKILL");
    return;
  }
  const exit = launcher && !hasEnded(launcher) && once(launcher, "exit");
  if (kind === "tree") launcher?.kill("SIGKILL");
  process.kill(portal, "SIGKILL");
  if (kind === "tree") process.kill(server, "SIGKILL");
  await exit;
}

async function processesOf(dataDir: string) {
  return {
    server: await firstLine(dataDir, "postgres/postmaster.pid"),
    portal: await firstLine(dataDir, "portal.pid"),
  };
}

async function firstLine(dataDir: string, file: string): Promise<number> {
  const [line = ""] = (await readFile(path.join(dataDir, file), "utf8")).split(
    "\n",
  );
  const processId = Number(line);
  if (!Number.isInteger(processId) || processId < 2)
    throw new Error(`${file} holds no process id`);
  return processId;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
