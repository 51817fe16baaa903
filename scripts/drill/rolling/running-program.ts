import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type ProgramInput = {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whose program it is, e.g. that of the database, which refuses root. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What ends it when nobody waits for it; default SIGTERM. */
  readonly endsBy?: NodeJS.Signals;
};

export type RunningProgram = {
  readonly pid: number;
  hasEnded(): boolean;
  signal(name: NodeJS.Signals): void;
  /** Asks it to end; gives its exit code. */
  stop(name?: NodeJS.Signals): Promise<number | null>;
};

const running = new Map<ChildProcess, NodeJS.Signals>();

/** Asks everything that still runs to end, when the drill ends however it does: nothing of it goes on. */
process.once("exit", () => {
  for (const [child, signal] of running) child.kill(signal);
});

const interrupts = ["SIGINT", "SIGTERM"] as const;

/** Lets a drill that is interrupted end what it started; `first` is waited for. Gives what takes this back. */
export function endWhenInterrupted(first: () => Promise<unknown>): () => void {
  const end = () => {
    void first().finally(() => {
      process.exit(1);
    });
  };
  for (const signal of interrupts) process.once(signal, end);
  return () => {
    for (const signal of interrupts) process.off(signal, end);
  };
}

type Stoppable = { stop(): Promise<unknown> };

/** Who interrupts while something opens waits until it is open, so that nothing of it is left over. */
export async function openInterruptibly<Opened extends Stoppable>(
  opening: Promise<Opened>,
): Promise<Opened> {
  endWhenInterrupted(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.stop();
  });
  return opening;
}

/** The first interruption asks to come to an end, which the signal given tells; the second one stops at once. */
export function endWhenAsked(stop: () => Promise<unknown>): AbortSignal {
  const asked = new AbortController();
  const ask = () => {
    for (const signal of interrupts) process.off(signal, ask);
    asked.abort();
    endWhenInterrupted(stop);
  };
  for (const signal of interrupts) process.on(signal, ask);
  return asked.signal;
}

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
  running.set(child, input.endsBy ?? "SIGTERM");
  child.once("exit", () => running.delete(child));
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

/** Whether somebody listens there. */
export async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    return await new Promise((resolve) => {
      socket.once("connect", () => {
        resolve(true);
      });
      socket.once("error", () => {
        resolve(false);
      });
    });
  } finally {
    socket.destroy();
  }
}
