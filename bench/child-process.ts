import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Servers under test share one core, the load comes from another: so both servers of a pair have the same machine. */
export const serverCore = 0;
export const loadCore = 1;

const taskset = "/usr/bin/taskset";

/** Where there is no `taskset` or only one core, processes run where the system puts them. */
export const canPin = existsSync(taskset);

export type ChildOptions = {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly core?: number;
  /** Of Node itself. */
  readonly nodeOptions?: readonly string[];
};

/** Starts a script of this folder or of the product with this Node, bound to a core where that works. */
export function startChild(
  script: string,
  {
    arguments: args = [],
    environment = {},
    core,
    nodeOptions = [],
  }: ChildOptions,
): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const isPinned = canPin && core !== undefined;
  return spawn(
    isPinned ? taskset : process.execPath,
    [
      ...(isPinned ? ["-c", String(core), process.execPath] : []),
      ...nodeOptions,
      path,
      ...args,
    ],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // Bytes and dates pass as they are.
      serialization: "advanced",
      env: { ...process.env, ...ownCompileCache(script), ...environment },
    },
  );
}

/** What `bin/portal.mjs` starts: the portal from its bundle. */
export const portalScript = "../bin/run-portal.mjs";

/** As operators start it, the portal looks into its bundle for what is compiled, not where this process keeps its own. */
const ownCompileCache = (script: string) =>
  script === portalScript ? { NODE_COMPILE_CACHE: "" } : {};

/** What `bin/portal.mjs` starts Node with. */
export const portalNodeOptions = z
  .array(z.string())
  .parse(
    JSON.parse(
      readFileSync(
        new URL("../bin/portal-node-options.json", import.meta.url),
        "utf8",
      ),
    ),
  );

/** Lets a process use all cores again. */
export function unpin({ pid }: ChildProcess): void {
  if (canPin && pid !== undefined)
    spawnSync(taskset, ["-acp", `0-${String(cpus().length - 1)}`, String(pid)]);
}

/** First message a child sends; throws when it ends before. */
export function firstMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => {
      reject(new Error(`bench: a child ended with ${String(code)}`));
    });
  });
}

/** Asks a child to end and waits for it. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

const ticksPerSecond = 100;

/** Seconds of processor time a process has used so far, all its threads; undefined where the system does not tell (not Linux). */
export function cpuSeconds(processId: number): number | undefined {
  const fields = readProcFile(processId, "stat")
    ?.replace(/^.*\) /s, "")
    .split(" ");
  return fields && (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory a process holds, in MB; undefined where the system does not tell. */
export function residentMegabytes(processId: number): number | undefined {
  const line = /VmRSS:\s+(\d+) kB/.exec(
    readProcFile(processId, "status") ?? "",
  );
  return line ? Number(line[1]) / 1024 : undefined;
}

function readProcFile(processId: number, name: string): string | undefined {
  const path = `/proc/${String(processId)}/${name}`;
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
