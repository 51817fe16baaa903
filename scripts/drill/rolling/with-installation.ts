import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type binariesIn,
} from "../../../src/platform/embedded-postgres/index.ts";
import {
  openInstallation,
  type Installation,
  type InstallationInput,
} from "./installation.ts";
import { openInterruptibly } from "./running-program.ts";

export type WithInstallation = Omit<InstallationInput, "folder" | "server"> & {
  /** Of the temporary folder. */
  readonly name: string;
  /** Leaves the folder with logs and configuration. */
  readonly keeps: boolean;
  /** Of the database server; default: the one that npm installed. */
  readonly binaries?: ReturnType<typeof binariesIn>;
};

/** Of the database server. */
export const maxConnections = 200;

/** Opens an installation on a database server of its own in a temporary folder, works with it, and takes everything down again. */
export async function withInstallation(
  { name, keeps, binaries, ...input }: WithInstallation,
  work: (
    installation: Installation,
    address: EmbeddedPostgres["address"],
  ) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `orh-${name}-`));
  const server = await openInterruptibly(
    startEmbeddedPostgres({
      dataDir: path.join(folder, "database"),
      maxConnections,
      ...(binaries && { binaries }),
    }),
  );
  try {
    const installation = await openInstallation({
      folder,
      server: server.address,
      ...input,
    });
    try {
      await work(installation, server.address);
    } finally {
      await installation.stop();
    }
  } finally {
    await server.stop();
    if (keeps) console.log(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}
