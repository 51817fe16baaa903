import { connect } from "node:net";
import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere, removeIfThere } from "./data-folder.ts";
import { commandOf, exists, programOf } from "./other-process.ts";

/** Part of the socket's file name; the server does not listen on TCP. */
export const port = 5432;

const pollMs = 10;
const fastStopMs = 30_000;
const immediateStopMs = 5000;
const orphanPatienceMs = 2000;

/** The server that runs on this cluster, if one does. */
export type RunningServer = {
  readonly processId: number;
  readonly socketFolder: string;
  readonly status: "starting" | "ready" | "stopping";
};

/**
 * Finds the server by the process id that PostgreSQL recorded in the cluster, and makes
 * sure that this process was started with the recorded socket, whose name is random:
 * after a crash or in a new container the number may belong to anything.
 */
export function findServer(cluster: string): RunningServer | undefined {
  const lines = readIfThere(pidFile(cluster))?.split("\n") ?? [];
  const status = lines[7]?.trim();
  const server: RunningServer = {
    processId: Number(lines[0]),
    socketFolder: lines[4] ?? "",
    status: status === "ready" || status === "stopping" ? status : "starting",
  };
  return isAlive(server) ? server : undefined;
}

/** Whether the process is still this server. */
export function isAlive({ processId, socketFolder }: RunningServer): boolean {
  return (
    processId > 0 &&
    socketFolder !== "" &&
    programOf(processId) === "postgres" &&
    commandOf(processId).includes(socketFolder)
  );
}

/** Whether its socket takes connections. */
export async function isReachable(server: RunningServer): Promise<boolean> {
  const name = `.s.PGSQL.${String(port)}`;
  const socket = connect(path.join(server.socketFolder, name));
  return new Promise((resolve) => {
    socket.once("connect", () => {
      resolve(true);
      socket.destroy();
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}

/** Ends the server by its process id: open transactions roll back, everything is written. */
export async function stopServer(server: RunningServer): Promise<void> {
  const steps = [
    { signal: "SIGINT", patienceMs: fastStopMs },
    { signal: "SIGQUIT", patienceMs: immediateStopMs },
    { signal: "SIGKILL", patienceMs: immediateStopMs },
  ] as const;
  for (const { signal, patienceMs } of steps) {
    if (!isAlive(server)) return;
    endProcess(server.processId, signal);
    if (await waitUntil(() => !isAlive(server), patienceMs)) return;
  }
}

/** The server's processes bear this name in the process list, so that they can be told from those of other servers. */
export function clusterName(socketFolder: string): string {
  return path.basename(path.dirname(socketFolder));
}

/**
 * After an unclean end: backends that outlived their server must be gone before a new
 * one starts, and a process id that now belongs to another program must not look like one.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const lines = readIfThere(pidFile(cluster))?.split("\n");
  if (lines === undefined) return;

  const orphans = () => orphansOf(clusterName(lines[4] ?? ""));
  const areGone = () => orphans().length === 0;
  if (!(await waitUntil(areGone, orphanPatienceMs))) {
    for (const id of orphans()) endProcess(id, "SIGKILL");
    await waitUntil(areGone, immediateStopMs);
  }
  const recordedId = Number(lines[0]);
  // Also a zombie counts as "exists" for PostgreSQL, and in a container nobody may clear it away.
  if (exists(recordedId) && programOf(recordedId) !== "postgres") {
    removeIfThere(pidFile(cluster));
  }
}

export async function waitUntil(
  isTrue: () => boolean,
  patienceMs: number,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!isTrue()) {
    if (performance.now() > deadline) return false;
    await sleep(pollMs);
  }
  return true;
}

function pidFile(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

function orphansOf(name: string): number[] {
  if (process.platform !== "linux") return []; // PostgreSQL itself refuses to start beside them
  const title = `postgres: ${name}: `;
  return readdirSync("/proc")
    .map(Number)
    .filter(
      (id) =>
        id > 0 &&
        programOf(id) === "postgres" &&
        commandOf(id).startsWith(title),
    );
}

function endProcess(processId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(processId, signal);
  } catch (error) {
    const isGone =
      error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!isGone) throw error;
  }
}
