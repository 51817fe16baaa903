import { randomBytes } from "node:crypto";
import {
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { type DataFolder, removeIfThere, syncFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { openForUser, runProgram } from "./run-program.ts";
import type { RuntimeFolder } from "./runtime-folder.ts";
import { chooseInitdbUser, handOver, type SystemUser } from "./system-user.ts";

/** Owner of the cluster and name of the database that the portal uses. */
export const databaseOwner = "openrathaus";
export const databaseName = "openrathaus";

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
    renameSync(unfinished, folder.cluster);
  } catch (cause) {
    removeIfThere(unfinished);
    throw new EmbeddedPostgresError(
      "initdb-failed",
      `the database could not be made in ${folder.root}: ${String(cause)}`,
      { cause },
    );
  }
  if (!options.isDurable) return;
  syncFolder(folder.root);
  syncFolder(path.dirname(folder.root));
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
  const folder = openForUser(cluster, initdbUser);
  const options = { user: initdbUser, env: runtime.env, folder };
  const initdb = path.join(runtime.bin, "initdb");
  const postgres = path.join(runtime.bin, "postgres");
  const fsync = isDurable ? "on" : "off";
  try {
    const initdbArguments = [
      ...["-D", folder.path, `--username=${databaseOwner}`],
      // The socket's folder lets in only the portal's user and the server's.
      ...["--auth=trust", "--encoding=UTF8"],
      ...localeArguments(await runProgram(postgres, ["--version"], options)),
      ...(isDurable ? [] : ["--no-sync"]),
    ];
    await runProgram(initdb, initdbArguments, options);
    await runProgram(
      postgres,
      ["--single", "-D", folder.path, "-c", `fsync=${fsync}`, "postgres"],
      { ...options, input: `CREATE DATABASE ${databaseName};\n` },
    );
  } finally {
    folder.close();
  }
  if (user) handOver(cluster, user);
}

// By code point and the same on every machine; pages sort with COLLATE "de-x-icu".
function localeArguments(version: string): string[] {
  const major = Number(/ (\d+)/.exec(version)?.[1]);
  return major >= firstMajorWithBuiltinLocale
    ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : ["--locale=C.UTF-8"];
}
