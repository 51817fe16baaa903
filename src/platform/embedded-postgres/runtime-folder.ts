import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import type { PostgresBinaries, PostgresBundle } from "./binaries.ts";
import { removeIfThere } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isReachableBy, isRoot, type SystemUser } from "./system-user.ts";

/** A short, private folder outside the data folder: the socket and what makes the programs run. */
export type RuntimeFolder = {
  readonly root: string;
  readonly socketFolder: string;
  /** The folder with `initdb` and `postgres` that the server's user can run. */
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
};

const prefix = "openrathaus-";
// A socket's path may have 107 bytes, and the data folder may lie deep.
const maxBaseBytes = 60;

/** Uses the folder again that is recorded, so that connections to its socket find a restarted server; otherwise makes one. */
export function prepareRuntimeFolder(
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  recorded: string | undefined,
): RuntimeFolder {
  if (recorded !== undefined && claimAgain(recorded)) {
    return fill(recorded, binaries, user);
  }
  const faults: unknown[] = [];
  for (const base of possibleBases()) {
    try {
      const root = mkdtempSync(path.join(base, prefix));
      return fillOrRemove(root, binaries, user);
    } catch (error) {
      faults.push(error); // not writable, or programs may not be run there
    }
  }
  throw new EmbeddedPostgresError(
    "no-runtime-folder",
    `no folder for the database socket: ${os.tmpdir()}, /tmp and /var/tmp cannot be used. Set TMPDIR to a folder with a short path that other users can enter.`,
    { cause: new AggregateError(faults) },
  );
}

/** Removes a folder made by `prepareRuntimeFolder`, and no other. */
export function removeRuntimeFolder(root: string): void {
  if (isOurs(root)) removeIfThere(root);
}

function possibleBases(): string[] {
  const bases = [
    os.tmpdir(),
    "/tmp",
    "/var/tmp",
    ...(isRoot() ? ["/var/lib"] : []),
  ];
  return [...new Set(bases)].filter(
    (base) =>
      Buffer.byteLength(base) <= maxBaseBytes && /^[\w/.-]+$/.test(base),
  );
}

// The name stays even when /tmp was cleaned: whoever waits for the database knows only this socket.
function claimAgain(root: string): boolean {
  if (!path.basename(root).startsWith(prefix)) return false;
  try {
    mkdirSync(root, { mode: 0o700 });
    return true;
  } catch {
    return isOurs(root); // exists already, or its parent is gone
  }
}

// Anybody may make folders in /tmp: only one that belongs to us and to us alone is used.
function isOurs(root: string): boolean {
  const found = lstatSync(root, { throwIfNoEntry: false });
  return (
    path.basename(root).startsWith(prefix) &&
    found?.isDirectory() === true &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o022) === 0
  );
}

function fillOrRemove(
  root: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
): RuntimeFolder {
  try {
    return fill(root, binaries, user);
  } catch (error) {
    removeIfThere(root);
    throw error;
  }
}

function fill(
  root: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
): RuntimeFolder {
  chmodSync(root, user ? 0o711 : 0o700);
  const socketFolder = path.join(root, "socket");
  removeIfThere(socketFolder);
  mkdirSync(socketFolder, { mode: 0o700 });
  if (user) chownSync(socketFolder, user.uid, user.gid);

  const { bin, env } = runnable(root, binaries, user);
  return { root, socketFolder, bin, env: { ...plainEnv, ...env } };
}

// Nothing of the caller's environment: LANG, PGHOST and the like change what PostgreSQL does.
const plainEnv = { PATH: "/usr/bin:/bin", LC_ALL: "C" };

type Runnable = {
  readonly bin: string;
  readonly env: Readonly<Record<string, string>>;
};

function runnable(
  root: string,
  { bin, bundle }: PostgresBinaries,
  user: SystemUser | undefined,
): Runnable {
  if (bundle === undefined) return { bin, env: {} };
  const share = path.join(bundle.root, "share/postgresql/postgres.bki");
  const isInReach =
    isReachableBy(user, path.join(bin, "postgres")) &&
    isReachableBy(user, share);
  const native = isInReach ? bundle.root : copyBundle(root, bundle);
  const usable = {
    bin: path.join(native, "bin"),
    env: libraryEnv(linkLibraries(root, native, bundle)),
  };
  if (!isInReach) checkThatItRuns(usable, user);
  return usable;
}

// For example a clone below /root, which no other user can enter.
function copyBundle(root: string, bundle: PostgresBundle): string {
  const copy = path.join(root, `postgres-${bundle.version}`);
  if (lstatSync(copy, { throwIfNoEntry: false })) return copy;

  const unfinished = `${copy}.new`;
  removeIfThere(unfinished);
  copyForAll(bundle.root, unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function copyForAll(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) copyForAll(source, target);
    else if (entry.isFile() && !entry.name.endsWith(".a")) {
      linkOrCopy(source, target);
    }
  }
}

function linkOrCopy(source: string, target: string): void {
  const isProgram = path.basename(path.dirname(source)) === "bin";
  const needed = isProgram ? 0o005 : 0o004;
  if ((lstatSync(source).mode & needed) === needed) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // on another disk, or one without links
    }
  }
  copyFileSync(source, target);
  chmodSync(target, 0o755);
}

// In a folder of our own: node_modules may be read-only or belong to somebody else.
function linkLibraries(
  root: string,
  native: string,
  bundle: PostgresBundle,
): string {
  const lib = path.join(native, "lib");
  const links = path.join(root, "lib");
  removeIfThere(links);
  mkdirSync(links);
  chmodSync(links, 0o755);
  const files = readdirSync(lib).filter((name) => /\.(so|dylib)/.test(name));
  const byName = new Map(files.map((name) => [name, name]));
  for (const [name, file] of bundle.libraryLinks) byName.set(name, file);
  for (const [name, file] of byName) {
    symlinkSync(path.join(lib, file), path.join(links, name));
  }
  return links;
}

function libraryEnv(folder: string): Readonly<Record<string, string>> {
  return process.platform === "darwin"
    ? { DYLD_LIBRARY_PATH: folder }
    : { LD_LIBRARY_PATH: folder };
}

function checkThatItRuns(
  { bin, env }: Runnable,
  user: SystemUser | undefined,
): void {
  const tried = spawnSync(path.join(bin, "postgres"), ["--version"], {
    ...user,
    env: { ...plainEnv, ...env },
    cwd: "/",
  });
  if (tried.error) throw tried.error;
  if (tried.status !== 0) throw new Error(tried.stderr.toString());
}
