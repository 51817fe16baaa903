import { accessSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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

/**
 * A real PostgreSQL for tests, in a temporary folder: the embedded one, or with `TEST_POSTGRES=path` the machine's.
 * fsync is off here only: tests of durability start their own.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "orh-test-"));
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
