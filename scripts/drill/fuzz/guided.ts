import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { hiddenTarget } from "../../../src/main/testing/fuzz/planted.ts";
import { machine } from "../rolling/report.ts";
import { guidedNames } from "./guided-targets.ts";

const run = promisify(execFile);
const program = path.join(import.meta.dirname, "guided-process.ts");

const toldSchema = z.object({
  name: z.string(),
  cases: z.number(),
  corpus: z.number(),
  blocksAtFirst: z.number(),
  blocks: z.number(),
  slowestMs: z.number(),
  failures: z.array(z.object({ problem: z.string(), input: z.base64() })),
});

/** The report of `runGuided`, with inputs in Base64. */
type Told = z.infer<typeof toldSchema>;

export type ProcessInput = {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly mode?: "guided" | "blind";
  readonly cases?: number;
};

/** One reader in a process of its own. */
async function inOwnProcess({
  name,
  seed,
  seconds,
  mode = "guided",
  cases = Number.MAX_SAFE_INTEGER,
}: ProcessInput): Promise<Told> {
  const { stdout } = await run(
    process.execPath,
    [program, name, String(seed), String(seconds), mode, String(cases)],
    // What is compiled before is not counted.
    { env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" } },
  );
  return toldSchema.parse(JSON.parse(stdout));
}

/** The negative control: a fault that the guided run finds, and a blind one with as many cases does not. */
export async function findHidden(seed: number): Promise<{
  readonly guided: Told;
  readonly blind: Told;
  readonly isTold: boolean;
}> {
  const { name } = hiddenTarget();
  const guided = await inOwnProcess({ name, seed, seconds: 120 });
  const blind = await inOwnProcess({
    ...{ name, seed, seconds: 120, cases: guided.cases },
    mode: "blind",
  });
  const isTold = guided.failures.length > 0 && blind.failures.length === 0;
  return { guided, blind, isTold };
}

type GuidedInput = {
  readonly command: string;
  readonly seed: number;
  readonly minutes: number;
  readonly only: string | undefined;
};

/** All readers one after the other, and the control first. */
export async function guidedDrill({
  command,
  seed,
  minutes,
  only,
}: GuidedInput): Promise<{
  readonly text: string;
  readonly isKept: boolean;
  readonly hidden: Awaited<ReturnType<typeof findHidden>>;
  readonly told: readonly Told[];
}> {
  const names = only === undefined ? guidedNames : [only];
  const hidden = await findHidden(seed);
  const told: Told[] = [];
  for (const name of names) {
    const seconds = (minutes * 60) / names.length;
    const one = await inOwnProcess({ name, seed, seconds });
    console.log(lineOf(one));
    told.push(one);
  }
  const { guided, blind, isTold } = hidden;
  return {
    told,
    hidden,
    isKept: isTold && told.every(({ failures }) => failures.length === 0),
    text: [
      `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; seed ${seed}.`,
      "",
      "| reads | cases | inputs that reached something new | blocks by the samples | blocks in the end | slowest case | broken promises |",
      "| --- | --: | --: | --: | --: | --: | --: |",
      ...told.map(lineOf),
      "",
      `Control, a fault behind six conditions: found after ${guided.cases} cases: ${guided.failures.length > 0 ? "yes" : "NO"}; found blind by as many (${blind.cases}): ${blind.failures.length > 0 ? "YES" : "no"}.`,
      "",
      ...told.flatMap(({ name, failures }) =>
        failures.map(
          ({ problem, input }) =>
            `BROKEN: ${name}: ${problem}\n  (base64) ${input.slice(0, 4_000)}\n`,
        ),
      ),
    ].join("\n"),
  };
}

const lineOf = (told: Told) =>
  `| ${told.name} | ${told.cases} | ${told.corpus} | ${told.blocksAtFirst} | ${told.blocks} | ${told.slowestMs} ms | ${told.failures.length} |`;
