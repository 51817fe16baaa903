import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { drawFrom, mutate } from "./mutate.ts";

/** Something that reads what strangers send. `read` throws when a promise is broken; refusing is none. */
export type FuzzTarget = {
  readonly name: string;
  readonly samples: readonly Buffer[];
  read(input: Buffer): void | Promise<void>;
};

export type FuzzReport = {
  readonly name: string;
  readonly cases: number;
  readonly cpuSeconds: number;
  readonly slowestMs: number;
  /** More memory held at the end than after the first tenth. */
  readonly grownBytes: number;
  /** What went wrong, with all that is needed to have it again. */
  readonly failures: readonly string[];
};

export type FuzzOptions = { readonly cases: number; readonly seed: number };

/** Of the processor, for one case: a parser that needs longer for 20 kB can be made to hang. */
const slowestAllowedMs = 1_500;
const grownAllowedBytes = 24 * 1024 * 1024;
const enoughFailures = 5;

/** Reads one mutated sample after the other. No fault, no hang, no memory kept. */
export async function runTarget(
  target: FuzzTarget,
  { cases, seed }: FuzzOptions,
): Promise<FuzzReport> {
  const draw = drawFrom(seed);
  const failures: string[] = [];
  const started = process.cpuUsage();
  let slowestMs = 0;
  let heldBytes = 0;
  let done = 0;
  for (; done < cases && failures.length < enoughFailures; done += 1) {
    if (done === Math.floor(cases / 10)) heldBytes = heldMemory();
    // As they are first: among them is what broke it once.
    const input = target.samples[done] ?? mutate(draw, target.samples);
    const begun = process.cpuUsage();
    const fault = await faultOf(target, input);
    const ms = millisecondsSince(begun);
    slowestMs = Math.max(slowestMs, ms);
    const problem = fault ?? (ms > slowestAllowedMs ? `${ms} ms` : undefined);
    if (problem !== undefined)
      failures.push(
        `${problem} (seed ${seed}, case ${done}, ${input.toString("base64").slice(0, 2_000)})`,
      );
  }
  const cpuSeconds = millisecondsSince(started) / 1000;
  const grownBytes = heldMemory() - heldBytes;
  if (failures.length === 0 && grownBytes > grownAllowedBytes)
    failures.push(`${grownBytes} bytes more are held at the end`);
  const { name } = target;
  return { name, cases: done, cpuSeconds, slowestMs, grownBytes, failures };
}

/** What is wrong; undefined: every promise was kept. */
export async function faultOf(
  target: FuzzTarget,
  input: Buffer,
): Promise<string | undefined> {
  try {
    await target.read(input);
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message.slice(0, 300)}`
      : String(error);
  }
}

function millisecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return Math.round((user + system) / 1000);
}

function heldMemory(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const held = process.memoryUsage();
  return held.heapUsed + held.external;
}
