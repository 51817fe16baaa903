import { randomUUID } from "node:crypto";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import { isId } from "../values/id.ts";
import { bytesOfFile } from "./byte-source.ts";
import {
  FileStoreError,
  type FileKey,
  type FileStore,
  type ListedFile,
  type StoredFile,
} from "./file-store.ts";
import { requireUuids } from "./file-key.ts";
import { flushFolder } from "./flush.ts";
import { leaveUnread } from "./leave-unread.ts";
import { openSealed, rewrapSealed, writeSealed } from "./sealed-file.ts";

const UNFINISHED = "unfinished";

/**
 * File store in a directory: `<root>/<tenant>/<last two digits of the id>/<id>`, files readable by the owner only.
 * A new file is written aside, flushed to disk, renamed and its directory flushed, in this order.
 */
export function directoryFileStore(directory: string): FileStore {
  const root = resolve(directory);
  return {
    put: (source, key, cipher) =>
      put(root, { source, key, cipher }).finally(() => {
        leaveUnread(source);
      }),
    open: async (key, cipher) => openFile(pathOf(root, key), key, cipher),
    rewrap: (key, cipher, version) =>
      rewrap(pathOf(root, key), { key, cipher, version }),
    remove: async (key) => rm(pathOf(root, key), { force: true }),
    list: (tenantId) => listFiles(root, tenantId),
    removeUnfinished: (before) =>
      removeUnfinished(join(root, UNFINISHED), before),
  };
}

function pathOf(root: string, { tenantId, fileId }: FileKey): string {
  requireUuids(tenantId, fileId);
  // The last digits, because the first ones of a UUIDv7 are the time and would fill one folder after the other.
  return join(root, tenantId, fileId.slice(-2), fileId);
}

type Put = {
  readonly source: AsyncIterable<Uint8Array>;
  readonly key: FileKey;
  readonly cipher: TenantCipher;
};

type Rewrap = {
  readonly key: FileKey;
  readonly cipher: TenantCipher;
  readonly version: number;
};

async function put(
  root: string,
  { source, key, cipher }: Put,
): Promise<StoredFile> {
  const path = pathOf(root, key);
  if (await exists(path)) throw new FileStoreError("exists", key);
  const unfinished = join(root, UNFINISHED, `${key.fileId}.${randomUUID()}`);
  await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const stored = await writeFile(unfinished, { source, key, cipher });
    await rename(unfinished, path);
    await flushDirectories(path, root);
    return stored;
  } catch (fault) {
    await rm(unfinished, { force: true });
    throw fault;
  }
}

async function writeFile(
  path: string,
  { source, key, cipher }: Put,
): Promise<StoredFile> {
  const handle = await open(path, "wx", 0o600);
  try {
    const stored = await writeSealed(source, { key, cipher }, (bytes) =>
      handle.writeFile(bytes),
    );
    await handle.sync();
    return stored;
  } finally {
    await handle.close();
  }
}

async function openFile(path: string, key: FileKey, cipher: TenantCipher) {
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw isMissing(cause) ? new FileStoreError("not-found", key) : cause;
  });
  return openSealed(await bytesOfFile(handle), key, cipher);
}

/**
 * Writes the header in its place: it is as long as before and lies in the first sector, which a disk writes as a whole or not at all (as PostgreSQL
 * relies on for `pg_control`). A file that was put aside and renamed would be there again when somebody deletes it meanwhile.
 */
async function rewrap(
  path: string,
  { key, ...seal }: Rewrap,
): Promise<boolean> {
  const handle = await open(path, "r+").catch(ignoreMissing);
  if (!handle) return false;
  try {
    const source = await bytesOfFile(handle);
    const again = await rewrapSealed(source, key, seal);
    if (!again) return false;
    const { atime, mtime } = await handle.stat();
    await handle.write(again.header, 0, again.header.length, 0);
    // When it was stored stays: what no row knows is removed by its age.
    await handle.utimes(atime, mtime);
    await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}

async function* listFiles(
  root: string,
  tenantId: string,
): AsyncGenerator<ListedFile> {
  if (!isId(tenantId)) return;
  for await (const fan of namesIn(join(root, tenantId))) {
    yield* listFan(join(root, tenantId, fan), tenantId);
  }
}

async function* listFan(
  directory: string,
  tenantId: string,
): AsyncGenerator<ListedFile> {
  for await (const fileId of namesIn(directory)) {
    const storedAt = await modifiedAt(join(directory, fileId));
    if (isId(fileId) && storedAt) yield { tenantId, fileId, storedAt };
  }
}

async function removeUnfinished(
  directory: string,
  before: Date,
): Promise<number> {
  let removed = 0;
  for await (const name of namesIn(directory)) {
    const path = join(directory, name);
    const changed = await modifiedAt(path);
    if (!changed || changed >= before) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

/** Names in a directory; none when it does not exist (yet, or any more). */
async function* namesIn(directory: string): AsyncGenerator<string> {
  const entries = await opendir(directory).catch(ignoreMissing);
  if (!entries) return;
  for await (const { name } of entries) yield name;
}

async function modifiedAt(path: string): Promise<Date | undefined> {
  return (await stat(path).catch(ignoreMissing))?.mtime;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing)) !== undefined;
}

/**
 * Flushes the file's directory and those above up to the root. Always all of them: whoever created one of them
 * may be another upload that has not come to its own flush yet. Clean ones cost next to nothing.
 */
async function flushDirectories(path: string, root: string): Promise<void> {
  let directory = path;
  do {
    directory = dirname(directory);
    await flushFolder(directory);
  } while (directory !== root);
}

function isMissing(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ENOENT";
}

function ignoreMissing(fault: unknown): undefined {
  if (!isMissing(fault)) throw fault;
}
