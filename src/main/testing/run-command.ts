import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { mock } from "node:test";
import { format } from "node:util";
import { CommanderError, type Command } from "commander";
import { createProgram, describeFailure } from "../program.ts";
import type { TestPortal } from "./test-portal.ts";

export type CommandRun = {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
};

export type CommandInput = {
  readonly dataDir: string;
  readonly variables?: Readonly<Record<string, string>>;
};

const root = path.join(import.meta.dirname, "../../..");

/**
 * What a command prints, run inside of this process, which is a second faster than a process of its own: `runCommand({ dataDir },
 * "staff", "add", …)`. One at a time. Not for `start`, which runs until a signal comes.
 */
export async function runCommand(
  input: CommandInput,
  ...words: readonly string[]
): Promise<CommandRun> {
  const printed = { log: "", error: "" };
  const before = process.env;
  process.env = environmentOf(input);
  for (const kind of ["log", "error"] as const)
    mock.method(console, kind, (...values: readonly unknown[]) => {
      printed[kind] += `${format(...values)}\n`;
    });
  try {
    const program = createProgram();
    insideProcess(program, printed);
    const exitCode = await program
      .parseAsync(words, { from: "user" })
      .then(() => 0, exitCodeOf);
    return { exitCode, output: printed.log, errors: printed.error };
  } finally {
    mock.restoreAll();
    process.env = before;
  }
}

/** The same on the database of a portal that runs in the test's own process. */
export function runCommandBeside(
  portal: TestPortal,
  ...words: readonly string[]
): Promise<CommandRun> {
  const { dataDir, databaseUrl } = portal.services.settings;
  const variables = { NODE_ENV: "test", DATABASE_URL: databaseUrl ?? "" };
  return runCommand({ dataDir, variables }, ...words);
}

/** Types a command as an operator does, in a process of its own. */
export async function runCommandProcess(
  input: CommandInput,
  ...words: readonly string[]
): Promise<CommandRun> {
  const child = spawn(process.execPath, ["bin/portal.mjs", ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentOf(input),
  });
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode === null ? once(child, "exit") : undefined,
  ]);
  return { exitCode: child.exitCode, output, errors };
}

function environmentOf({ dataDir, variables }: CommandInput) {
  return {
    ...process.env,
    NODE_ENV: "development",
    DEMO_VORGAENGE: "none",
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    SMTP_URL: "",
    PUBLIC_BASE_DOMAIN: "",
    ...variables,
  };
}

/** Help and mistakes in typing end a program's process; here they end the run. */
function insideProcess(
  command: Command,
  printed: { log: string; error: string },
): void {
  command.exitOverride().configureOutput({
    writeOut: (words) => (printed.log += words),
    writeErr: (words) => (printed.error += words),
  });
  for (const inner of command.commands) insideProcess(inner, printed);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  console.error(describeFailure(error));
  return 1;
}
