import { execFile } from "node:child_process";

export type RunInput = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Given to it as standard input. */
  readonly input?: string;
  readonly within?: number;
};

export type Ran = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a program to its end, whatever that is. */
export function tryProgram({
  command,
  args,
  cwd,
  input,
  within = 600_000,
}: RunInput): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { cwd, timeout: within, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const exitCode = error
          ? typeof error.code === "number"
            ? error.code
            : 1
          : 0;
        resolve({ exitCode, stdout, stderr: stderr || (error?.message ?? "") });
      },
    );
    child.stdin?.end(input);
  });
}

/** What it said. Throws with what it said about its failure. */
export async function runProgram(input: RunInput): Promise<string> {
  const { exitCode, stdout, stderr } = await tryProgram(input);
  if (exitCode !== 0)
    throw new Error(
      `${input.command} ${input.args.join(" ")} ended with ${exitCode}: ${stderr.trim().slice(-2000)}`,
    );
  return stdout;
}
