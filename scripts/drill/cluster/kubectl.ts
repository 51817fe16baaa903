import { runProgram, tryProgram } from "./run-program.ts";

export type Kubectl = {
  /** What it said. Throws when the server refuses. */
  run(args: readonly string[], input?: string): Promise<string>;
  /** The answer of the server read as JSON. */
  read(args: readonly string[]): Promise<unknown>;
  /** What it said, and whether it was done. */
  tried(
    args: readonly string[],
    input?: string,
  ): Promise<{ readonly isDone: boolean; readonly said: string }>;
};

/** The tool of operators, as somebody whom the file lets in. */
export function kubectlWith(access: string): Kubectl {
  const command = (args: readonly string[], input?: string) => ({
    command: "kubectl",
    args: [`--kubeconfig=${access}`, ...args],
    ...(input === undefined ? {} : { input }),
  });
  return {
    run: (args, input) => runProgram(command(args, input)),
    read: async (args) =>
      JSON.parse(
        await runProgram(command([...args, "--output=json"])),
      ) as unknown,
    tried: async (args, input) => {
      const { exitCode, stdout, stderr } = await tryProgram(
        command(args, input),
      );
      return { isDone: exitCode === 0, said: `${stdout}${stderr}`.trim() };
    },
  };
}
