import { execFile, type ExecFileOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type DataFolder, removeIfThere, syncFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { RuntimeFolder } from "./runtime-folder.ts";
import {
  chooseInitdbUser,
  handOver,
  isReachableBy,
  type SystemUser,
} from "./system-user.ts";

/** Owner of the cluster and name of the database that the portal uses. */
export const databaseOwner = "openrathaus";
export const databaseName = "openrathaus";

const run = promisify(execFile);
const firstMajorWithBuiltinLocale = 17;

export function hasCluster(folder: DataFolder): boolean {
  const version = path.join(folder.cluster, "PG_VERSION");
  return statSync(version, { throwIfNoEntry: false }) !== undefined;
}

export type ClusterOptions = {
  readonly user: SystemUser | undefined;
  readonly runtime: RuntimeFolder;
  /** false only for tests that do not need what they wrote. */
  readonly isDurable: boolean;
};

/**
 * Makes the cluster with UTF-8 and one database. It gets its final name at the very
 * end, so a crash in between leaves nothing that looks complete.
 */
export async function createCluster(
  folder: DataFolder,
  options: ClusterOptions,
): Promise<void> {
  removeUnfinished(folder);
  const name = `postgres.new-${randomBytes(4).toString("hex")}`;
  const unfinished = path.join(folder.root, name);
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    await fill(unfinished, options);
  } catch (cause) {
    removeIfThere(unfinished);
    throw new EmbeddedPostgresError(
      "initdb-failed",
      `the database could not be made in ${folder.root}: ${reasonOf(cause)}`,
      { cause },
    );
  }
  renameSync(unfinished, folder.cluster);
  if (!options.isDurable) return;
  syncFolder(folder.root);
  syncFolder(path.dirname(folder.root));
}

/**
 * How PostgreSQL is told where its cluster is. When its user cannot go through the
 * parents (root's data folder), the working directory, entered before the user is
 * changed, is the way in. Only Linux offers it as a path.
 */
export function clusterArgument(
  cluster: string,
  user: SystemUser | undefined,
): string {
  const isInReach = isReachableBy(user, cluster);
  if (isInReach) return cluster;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new EmbeddedPostgresError(
    "data-folder-not-usable",
    `PostgreSQL does not run as root, and another user cannot enter ${cluster}. Start the portal as a normal user or set DATA_DIR to a folder whose parents all users can enter.`,
  );
}

function removeUnfinished(folder: DataFolder): void {
  for (const name of readdirSync(folder.root)) {
    if (name.startsWith("postgres.new-")) {
      removeIfThere(path.join(folder.root, name));
    }
  }
}

async function fill(
  cluster: string,
  { user, runtime, isDurable }: ClusterOptions,
): Promise<void> {
  const initdbUser = chooseInitdbUser(user);
  if (initdbUser) chownSync(cluster, initdbUser.uid, initdbUser.gid);
  const at = clusterArgument(cluster, initdbUser);
  const options = { ...initdbUser, cwd: cluster, env: runtime.env };
  const program = (name: string) => path.join(runtime.bin, name);

  await run(
    program("initdb"),
    [
      ...["-D", at, `--username=${databaseOwner}`],
      // The socket's folder lets in only the portal's user and the server's.
      ...["--auth=trust", "--encoding=UTF8"],
      ...(await localeArguments(program("postgres"), options)),
      ...(isDurable ? [] : ["--no-sync"]),
    ],
    options,
  );
  const single = run(
    program("postgres"),
    [
      "--single",
      "-D",
      at,
      "-c",
      `fsync=${isDurable ? "on" : "off"}`,
      "postgres",
    ],
    options,
  );
  single.child.stdin?.end(`CREATE DATABASE ${databaseName};\n`);
  await single;
  if (user) handOver(cluster, user);
}

// By code point and the same on every machine; pages sort with COLLATE "de-x-icu".
async function localeArguments(
  postgres: string,
  options: ExecFileOptions,
): Promise<string[]> {
  const { stdout } = await run(postgres, ["--version"], options);
  const major = Number(/ (\d+)/.exec(String(stdout))?.[1]);
  return major >= firstMajorWithBuiltinLocale
    ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : ["--locale=C.UTF-8"];
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "stderr" in error && error.stderr) {
    return String(error.stderr).trim();
  }
  return String(error);
}
