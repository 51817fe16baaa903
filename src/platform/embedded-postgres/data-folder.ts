import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { makeFolder } from "../files/make-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** The files of the embedded database in the portal's data folder. */
export type DataFolder = {
  readonly root: string;
  /** The cluster (PGDATA). */
  readonly cluster: string;
  /** What the server writes; rotated when it starts. */
  readonly serverLog: string;
  /** Held by the one portal. */
  readonly portalLock: string;
  /** Names the portal for the message to the second one. */
  readonly portalPid: string;
  /** Held while somebody decides on starting or stopping the server. */
  readonly startLock: string;
  /** Shared by everyone who uses the server. */
  readonly useLock: string;
  /** How the running server was started. */
  readonly serverRecord: string;
};

const serverRecord = z.object({
  /** Folder outside the data folder with the socket: its path must be short. */
  runtimeFolder: z.string(),
  /** Programs and settings; a left-over server with others is replaced. */
  fingerprint: z.string(),
});

export type ServerRecord = Readonly<z.infer<typeof serverRecord>>;

/** Makes the folder when it is missing. Throws `data-folder-not-usable`. */
export function openDataFolder(dataDir: string): DataFolder {
  const root = path.resolve(dataDir);
  try {
    makeFolder(root);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedPostgresError(
      "data-folder-not-usable",
      `the data folder ${root} cannot be made (${reason}). Check the permissions of the folder above and whether its disk is mounted, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  const inRoot = (name: string) => path.join(root, name);
  return {
    root,
    cluster: inRoot("postgres"),
    serverLog: inRoot("postgres.log"),
    portalLock: inRoot("portal.lock"),
    portalPid: inRoot("portal.pid"),
    startLock: inRoot("postgres-start.lock"),
    useLock: inRoot("postgres-use.lock"),
    serverRecord: inRoot("postgres.json"),
  };
}

export function readServerRecord(folder: DataFolder): ServerRecord | undefined {
  const text = readIfThere(folder.serverRecord);
  if (text === undefined) return undefined;
  try {
    return serverRecord.parse(JSON.parse(text));
  } catch {
    return undefined; // unreadable is as good as not written: the server is started anew
  }
}

export function writeServerRecord(
  folder: DataFolder,
  record: ServerRecord,
): void {
  const written = `${folder.serverRecord}.new`;
  writeFileSync(written, JSON.stringify(record), { mode: 0o600 });
  renameSync(written, folder.serverRecord);
}

/** Opens the server's log for appending; keeps one older log. */
export function openServerLog({ serverLog }: DataFolder): number {
  const maxBytes = 10 * 1024 * 1024;
  const size = statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxBytes) renameSync(serverLog, `${serverLog}.1`);
  return openSync(serverLog, "a", 0o600);
}

export function lastLinesOf(file: string): string {
  return (readIfThere(file) ?? "").trimEnd().split("\n").slice(-6).join("\n");
}

export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

export function removeIfThere(fileOrFolder: string): void {
  rmSync(fileOrFolder, { recursive: true, force: true });
}

/** A new or renamed entry survives a power cut only after this. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
