import { accessSync, existsSync } from "node:fs";
import { mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { freemem, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { DatabaseAddress } from "../database/database.ts";
import {
  binariesIn,
  startEmbeddedPostgres,
} from "../embedded-postgres/index.ts";

export type TestPostgres = {
  /** Address of a database in which databases can be made. */
  readonly address: DatabaseAddress;
  /** Goes with the server. */
  readonly folder: string;
  stop(): Promise<void>;
};

/** A file system in memory that every Linux has. */
const memoryFolder = "/dev/shm";
const folderName = "orh-test-";
/** Bytes: several times what the databases of a test run and their log take. */
const memoryNeeded = 3 * 2 ** 30;

/**
 * A real PostgreSQL for tests, in a temporary folder: the embedded one, or with `TEST_POSTGRES=path` the machine's.
 * fsync is off here only: tests of durability start their own.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(
    join(await folderForCopies(), `${folderName}${String(process.pid)}-`),
  );
  const binaries = binariesToTest();
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    insecureWithoutFsync: true,
    maxConnections: 200,
    ...(binaries ? { binaries } : {}),
  });
  return {
    address: server.address,
    folder,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each test file copies a database of 1,200 small files: on a disk that takes a second of a processor, in memory a twentieth of it. */
async function folderForCopies(): Promise<string> {
  const space = await statfs(memoryFolder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  if (Math.min(space, freemem()) < memoryNeeded) return tmpdir();
  await removeLeftOver();
  return memoryFolder;
}

/** What killed runs of this user could not take away; on a disk it would be in nobody's way. */
async function removeLeftOver(): Promise<void> {
  const names = await readdir(memoryFolder);
  const leftOver = names.filter((name) => {
    const owner = new RegExp(`^${folderName}(\\d+)-`, "u").exec(name)?.[1];
    return owner !== undefined && !existsSync(`/proc/${owner}`);
  });
  for (const name of leftOver)
    await rm(join(memoryFolder, name), { recursive: true, force: true }).catch(
      () => undefined,
    );
}

function binariesToTest(): ReturnType<typeof binariesIn> | undefined {
  if (process.env["TEST_POSTGRES"] !== "path") return undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const folder = folders.find(holdsInitdb);
  if (folder === undefined)
    throw new Error("TEST_POSTGRES=path: no initdb on PATH");
  return binariesIn(folder);
}

function holdsInitdb(folder: string): boolean {
  try {
    accessSync(join(folder, "initdb"));
    return true;
  } catch {
    // Not in this folder: the next one on PATH is tried.
    return false;
  }
}
