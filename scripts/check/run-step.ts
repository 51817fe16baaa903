import { spawn } from "node:child_process";
import path from "node:path";
import type { Step } from "./steps.ts";

export type StepResult = {
  readonly step: Step;
  readonly outcome: "passed" | "failed" | "not-run";
  readonly durationMs: number;
  /** What it printed, or why it did not run. */
  readonly output: string;
};

const root = path.join(import.meta.dirname, "../..");

export type RunOptions = {
  /** How many steps run side by side. */
  readonly atOnce: number;
  /** Ends what runs and starts nothing more. */
  readonly signal: AbortSignal;
  readonly report: (result: StepResult) => void;
};

/** Runs one step and keeps what it prints. Never throws: a step that cannot start has failed. */
export async function runStep(
  step: Step,
  signal: AbortSignal,
): Promise<StepResult> {
  const missing = step.missing?.();
  if (missing !== undefined)
    return { step, outcome: "not-run", durationMs: 0, output: missing };

  const startedAt = performance.now();
  const { exitCode, output } = await runNode(step, signal).catch(
    (error: unknown) => ({
      exitCode: 1,
      output: error instanceof Error ? error.message : String(error),
    }),
  );
  return {
    step,
    outcome: exitCode === 0 ? "passed" : "failed",
    durationMs: performance.now() - startedAt,
    output,
  };
}

/** Runs every step, at most `atOnce` side by side. */
export async function runSteps(
  steps: readonly Step[],
  { atOnce, signal, report }: RunOptions,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const work = async (queue: Step[]): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const result = await runStep(step, signal);
      results.push(result);
      report(result);
    }
  };
  const queue = [...steps];
  await Promise.all(Array.from({ length: atOnce }, () => work(queue)));
  return results.toSorted(
    (a, b) => steps.indexOf(a.step) - steps.indexOf(b.step),
  );
}

async function runNode(
  step: Step,
  signal: AbortSignal,
): Promise<{ exitCode: number; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(process.execPath, step.arguments(), {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...step.environment },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.on("error", reject);
  child.on("close", (code) => resolve(code ?? 1));
  return {
    exitCode: await promise,
    output: Buffer.concat(chunks).toString("utf8"),
  };
}
