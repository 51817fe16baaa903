import { writeFileSync } from "node:fs";
import { type DataFolder, readIfThere, removeIfThere } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import {
  type FileLock,
  type LockMode,
  tryLock,
  waitForLock,
} from "./file-lock.ts";

const startLockPatienceMs = 60_000;

/** One portal for a data folder. Throws `data-folder-in-use`. */
export function takePortalLock(folder: DataFolder): FileLock {
  const lock = tryFolderLock(folder, folder.portalLock, "exclusive");
  if (lock === undefined) {
    const pid = readIfThere(folder.portalPid)?.trim() ?? "unknown";
    throw new EmbeddedPostgresError(
      "data-folder-in-use",
      `the portal with process id ${pid} already runs on the data folder ${folder.root}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
  writeFileSync(folder.portalPid, `${String(process.pid)}\n`, { mode: 0o600 });
  return {
    release: () => {
      if (!lock.isHeld()) return;
      removeIfThere(folder.portalPid);
      lock.release();
    },
    isHeld: () => lock.isHeld(),
  };
}

/** Nobody else starts or stops the server meanwhile. Throws `data-folder-busy` after a minute. */
export async function withStartLock<T>(
  folder: DataFolder,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await explained(folder, () =>
    waitForLock(folder.startLock, "exclusive", startLockPatienceMs),
  );
  if (lock === undefined) {
    throw new EmbeddedPostgresError(
      "data-folder-busy",
      `another process has been starting or stopping the database in ${folder.root} for a minute. See ${folder.serverLog}.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Says to all others that this process uses the server. The caller holds the start lock. */
export function shareUse(folder: DataFolder): FileLock {
  const lock = tryFolderLock(folder, folder.useLock, "shared");
  if (lock !== undefined) return lock;
  throw new EmbeddedPostgresError(
    "data-folder-busy",
    `${folder.useLock} is locked by a program that is not the portal.`,
  );
}

/** The caller holds the start lock and does not share the use itself. */
export function isUsed(folder: DataFolder): boolean {
  const lock = tryFolderLock(folder, folder.useLock, "exclusive");
  lock?.release();
  return lock === undefined;
}

function tryFolderLock(
  folder: DataFolder,
  file: string,
  mode: LockMode,
): FileLock | undefined {
  try {
    return tryLock(file, mode);
  } catch (cause) {
    throw notUsable(folder, cause);
  }
}

async function explained<T>(
  folder: DataFolder,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw notUsable(folder, cause);
  }
}

function notUsable(folder: DataFolder, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "data-folder-not-usable",
    `the data folder ${folder.root} cannot be locked. It must belong to the user who runs the portal and lie on a local disk.`,
    { cause },
  );
}
