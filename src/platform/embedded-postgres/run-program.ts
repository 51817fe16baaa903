import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isReachableBy, type SystemUser } from "./system-user.ts";

export type ProgramOptions = {
  readonly user: SystemUser | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  /** See `openForUser`. */
  readonly folder?: FolderForUser;
};

/** Runs a program to its end and returns what it printed. Throws with what it complained about. */
export async function runProgram(
  file: string,
  args: readonly string[],
  { user, env, input, folder }: ProgramOptions,
): Promise<string> {
  const child = spawn(file, args, {
    ...user,
    env,
    cwd: "/",
    stdio: [
      input === undefined ? "ignore" : "pipe",
      ...["pipe" as const, "pipe" as const],
      ...(folder?.descriptors ?? []),
    ],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const { stdin, stdout, stderr } = child;
  // A program that ends without reading says why on standard error.
  stdin?.on("error", () => undefined).end(input);
  const [status, printed, complaint] = await Promise.all([
    ended,
    stdout ? text(stdout) : "",
    stderr ? text(stderr) : "",
  ]);
  if (status !== 0) throw new Error(complaint.trim());
  return printed;
}

/** A folder as a program that runs as another user can name it. */
export type FolderForUser = {
  readonly path: string;
  /** To be inherited right after standard error. */
  readonly descriptors: readonly number[];
  close(): void;
};

/**
 * When the user cannot go through the folder's parents (root's data folder), the opened
 * folder is inherited as descriptor 3, and only Linux has a path for that. The working
 * directory would not do: programs up to PostgreSQL 15 leave it for a moment and cannot
 * come back.
 */
export function openForUser(
  folder: string,
  user: SystemUser | undefined,
): FolderForUser {
  if (isReachableBy(user, folder)) {
    return { path: folder, descriptors: [], close: () => undefined };
  }
  if (process.platform !== "linux") {
    throw new EmbeddedPostgresError(
      "data-folder-not-usable",
      `PostgreSQL does not run as root, and another user cannot enter ${folder}. Start the portal as a normal user or set DATA_DIR to a folder whose parents all users can enter.`,
    );
  }
  const descriptor = openSync(folder, "r");
  return {
    path: "/proc/self/fd/3",
    descriptors: [descriptor],
    close: () => {
      closeSync(descriptor);
    },
  };
}
