import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresBinaries } from "./binaries.ts";
import { createCluster, hasCluster } from "./cluster.ts";
import {
  type DataFolder,
  lastLinesOf,
  openServerLog,
  readServerRecord,
  removeIfThere,
  writeServerRecord,
} from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import {
  clearLeftovers,
  clusterName,
  findServer,
  isAlive,
  isReachable,
  port,
  type RunningServer,
  stopServer,
  waitUntil,
} from "./postmaster.ts";
import { openForUser } from "./run-program.ts";
import {
  prepareRuntimeFolder,
  removeRuntimeFolder,
  type RuntimeFolder,
} from "./runtime-folder.ts";
import { chooseServerUser, handOver, type SystemUser } from "./system-user.ts";

// Crash recovery replays at most max_wal_size; this is for a very slow disk.
const startPatienceMs = 300_000;
const sharedMemoryRetries = 20;

export type ServerOptions = {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly isDurable: boolean;
  readonly maxConnections: number;
};

export type EnsuredServer = {
  readonly server: RunningServer;
  readonly how: "created" | "started" | "taken-over";
};

/**
 * Makes sure that a server runs on the cluster. One that was left over is taken over as
 * it is; when nobody uses it and it was started by another version, it is ended by its
 * process id and started anew. The caller holds the start lock.
 */
export async function ensureServer(
  options: ServerOptions,
  { isInUse }: { readonly isInUse: boolean },
): Promise<EnsuredServer> {
  const found = await findSettledServer(options.folder);
  if (found !== undefined) {
    const record = readServerRecord(options.folder);
    const isWanted = isInUse || record?.fingerprint === fingerprintOf(options);
    if (isWanted && (await isReachable(found))) {
      return { server: found, how: "taken-over" };
    }
    await stopServer(found);
  }
  return launchServer(options);
}

/** Ends the server and removes what it had outside the data folder. The caller holds the start lock. */
export async function endServer(folder: DataFolder): Promise<void> {
  const server = findServer(folder.cluster);
  if (server !== undefined) await stopServer(server);
  const record = readServerRecord(folder);
  if (record === undefined) return;
  removeRuntimeFolder(record.runtimeFolder);
  removeIfThere(folder.serverRecord);
}

async function findSettledServer(
  folder: DataFolder,
): Promise<RunningServer | undefined> {
  const isSettled = () => {
    const server = findServer(folder.cluster);
    return server === undefined || server.status === "ready";
  };
  await waitUntil(isSettled, startPatienceMs);
  return findServer(folder.cluster);
}

async function launchServer(options: ServerOptions): Promise<EnsuredServer> {
  const { folder, binaries, isDurable } = options;
  const user = chooseServerUser(folder.cluster);
  const recorded = readServerRecord(folder)?.runtimeFolder;
  const runtime = prepareRuntimeFolder(binaries, user, recorded);
  writeServerRecord(folder, {
    runtimeFolder: runtime.root,
    fingerprint: fingerprintOf(options),
  });
  const isNew = !hasCluster(folder);
  if (isNew) await createCluster(folder, { user, runtime, isDurable });
  else if (user) handOverIfRestored(folder, user);

  await clearLeftovers(folder.cluster);
  const server = await spawnUntilReady(options, runtime, user);
  return { server, how: isNew ? "created" : "started" };
}

// A cluster that root copied back from a backup belongs to root.
function handOverIfRestored({ cluster }: DataFolder, user: SystemUser): void {
  if (statSync(cluster).uid !== user.uid) handOver(cluster, user);
}

async function spawnUntilReady(
  options: ServerOptions,
  runtime: RuntimeFolder,
  user: SystemUser | undefined,
): Promise<RunningServer> {
  const { folder } = options;
  for (let attempt = 1; ; attempt += 1) {
    const child = await spawnServer(options, runtime, user);
    const server = await waitUntilReady(child, folder);
    if (server !== undefined) return server;

    const lastLines = lastLinesOf(folder.serverLog);
    // Backends of a killed server that we may not see are still ending.
    const isWorthRetrying = lastLines.includes("shared memory block");
    if (!isWorthRetrying || attempt > sharedMemoryRetries) {
      throw new EmbeddedPostgresError(
        "start-failed",
        `the database did not start. Last lines of ${folder.serverLog}:\n${lastLines}`,
      );
    }
    await sleep(500);
  }
}

async function spawnServer(
  options: ServerOptions,
  runtime: RuntimeFolder,
  user: SystemUser | undefined,
): Promise<ChildProcess> {
  const log = openServerLog(options.folder);
  const cluster = openForUser(options.folder.cluster, user);
  try {
    const child = spawn(
      path.join(runtime.bin, "postgres"),
      [
        ...["-D", cluster.path],
        ...["-c", `unix_socket_directories=${runtime.socketFolder}`],
        ...["-c", `cluster_name=${clusterName(runtime.socketFolder)}`],
        ...settingsOf(options).flatMap((setting) => ["-c", setting]),
      ],
      {
        ...user,
        cwd: "/",
        env: runtime.env,
        // A session of its own: Ctrl-C must reach the portal only, which stops us last.
        detached: true,
        stdio: ["ignore", log, log, ...cluster.descriptors],
      },
    );
    await new Promise((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    child.unref();
    return child;
  } finally {
    cluster.close();
    closeSync(log);
  }
}

async function waitUntilReady(
  child: ChildProcess,
  folder: DataFolder,
): Promise<RunningServer | undefined> {
  const findReady = () => {
    const server = findServer(folder.cluster);
    const isReady = server?.status === "ready";
    return isReady && server.processId === child.pid ? server : undefined;
  };
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await waitUntil(
    () => hasEnded() || findReady() !== undefined,
    startPatienceMs,
  );
  const server = findReady();
  return server !== undefined && isAlive(server) ? server : undefined;
}

function settingsOf({ isDurable, maxConnections }: ServerOptions): string[] {
  const durability = isDurable ? "on" : "off";
  return [
    "listen_addresses=",
    `port=${String(port)}`,
    "unix_socket_permissions=0700",
    `fsync=${durability}`,
    `synchronous_commit=${durability}`,
    `full_page_writes=${durability}`,
    `max_connections=${String(maxConnections)}`,
    "timezone=UTC",
    "log_timezone=UTC",
    "log_destination=stderr",
    "logging_collector=off",
    "log_checkpoints=off",
    // No statement and no value of a row gets into the log: both may hold personal data.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
  ];
}

function fingerprintOf(options: ServerOptions): string {
  const { bin, bundle } = options.binaries;
  return [bundle?.version ?? bin, ...settingsOf(options)].join(" ");
}
