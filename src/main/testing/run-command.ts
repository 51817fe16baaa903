import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
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

/** Types a command of the portal as an operator does, in a process of its own: `runCommand({ dataDir }, "staff", "add", …)`. */
export async function runCommand(
  { dataDir, variables = {} }: CommandInput,
  ...words: readonly string[]
): Promise<CommandRun> {
  const child = spawn(process.execPath, ["bin/portal.mjs", ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "development",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      SMTP_URL: "",
      PUBLIC_BASE_DOMAIN: "",
      ...variables,
    },
  });
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode === null ? once(child, "exit") : undefined,
  ]);
  return { exitCode: child.exitCode, output, errors };
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
