import { readFile } from "node:fs/promises";
import { BackupError } from "../../platform/backup/backup-error.ts";
import type { Manifest } from "../../platform/backup/manifest.ts";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import {
  connectCommandServer,
  type ConnectedServer,
} from "../connect-server.ts";
import { CommandError } from "./command-error.ts";

/** As `age` writes and reads it: lines with # are remarks. */
export async function readIdentity(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandError(`${file} cannot be read.`);
  });
  const key = text.split(/\r?\n/u).find((line) => /^AGE-SECRET-/u.test(line));
  if (key === undefined)
    throw new CommandError(
      `${file} holds no private age key. It begins with AGE-SECRET-KEY-; "portal backup key" makes one.`,
    );
  return key;
}

/** Works on the database of the running portal, or on one started for the while. */
export async function withServer<T>(
  work: (server: ConnectedServer) => Promise<T>,
): Promise<T> {
  const server = await connectCommandServer(
    settingsOfProcess(),
    createLogger("warn"),
  );
  try {
    return await expected(() => work(server));
  } finally {
    await server.release();
  }
}

/** What an operator can mend is told in a sentence, without a stack. */
export async function expected<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof BackupError
      ? new CommandError(error.message, { cause: error })
      : error;
  }
}

/** A line of progress, for who watches. */
export const tell = (words: string): void => {
  if (process.stderr.isTTY) console.error(words);
};

/** What a back-up or an export holds, in one line. */
export function describe({
  tables,
  fileList,
  takenAt,
  encrypted,
}: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce(
    (sum, table) => sum + table.bytes,
    fileList.bytes,
  );
  return (
    `${String(tables.length)} tables with ${String(rows)} rows, ${String(fileList.count)} uploads, ` +
    `${(bytes / 1e6).toFixed(1)} MB, as of ${takenAt}, tables ${encrypted ? "encrypted" : "not encrypted"}`
  );
}
