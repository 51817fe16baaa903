import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export type FileLock = {
  release(): void;
  isHeld(): boolean;
};

export type LockMode = "exclusive" | "shared";

const sqliteBusy = 5;
const retryMs = 20;

/**
 * Takes a lock that the operating system gives back when the process ends, however it
 * ends. Returns undefined when another holder is in the way; that may also be in this
 * process. Node has no call for file locks, but SQLite, which is part of Node, takes
 * them on all systems: a transaction on the (empty) file is the lock. The file must
 * not be opened by anything else in this process: closing it would drop the lock.
 */
export function tryLock(file: string, mode: LockMode): FileLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    if (mode === "exclusive") {
      database.exec("BEGIN EXCLUSIVE");
    } else {
      database.exec("BEGIN");
      database.prepare("SELECT 1 FROM sqlite_schema").all();
    }
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
    isHeld: () => database.isOpen,
  };
}

/** Tries until the lock is free; undefined when `timeoutMs` have passed. */
export async function waitForLock(
  file: string,
  mode: LockMode,
  timeoutMs: number,
): Promise<FileLock | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file, mode);
    if (lock !== undefined || performance.now() > deadline) return lock;
    await sleep(retryMs);
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && "errcode" in error && error.errcode === sqliteBusy
  );
}
