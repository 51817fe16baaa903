import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export type ProgramInput = {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whose program it is, e.g. that of the database, which refuses root. */
  readonly user?: { readonly uid: number; readonly gid: number };
};

export type RunningProgram = {
  readonly pid: number;
  hasEnded(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Asks it to end; gives its exit code. */
  stop(name?: NodeJS.Signals): Promise<number | null>;
};

/** A program beside this one. Its output goes to a file. */
export function startProgram(input: ProgramInput): RunningProgram {
  const log = openSync(input.logFile, "a");
  const child = spawn(input.command, input.args, {
    cwd: "/",
    stdio: ["ignore", log, log],
    env: { ...process.env, ...input.env },
    ...input.user,
  });
  closeSync(log);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    hasEnded,
    signal: (name) => child.kill(name),
    stop: (name = "SIGTERM") => stop(child, name),
  };
}

async function stop(
  child: ChildProcess,
  name: NodeJS.Signals,
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, "exit");
    child.kill(name);
    await exit;
  }
  return child.exitCode;
}

/** Asks again and again until it is so. Throws with the words given when it does not get there. */
export async function until(
  isSo: () => Promise<boolean>,
  { within, what }: { readonly within: number; readonly what: string },
): Promise<void> {
  const deadline = performance.now() + within;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`drill: ${what}`);
    await sleep(50);
  }
}
