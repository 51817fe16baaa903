import type { BlockCoverage } from "./block-coverage.ts";
import { drawFrom, mutate, pick } from "./mutate.ts";
import { faultOf, type FuzzTarget } from "./run-target.ts";

export type GuidedReport = {
  readonly name: string;
  readonly cases: number;
  /** Inputs that reached something new, the samples among them. */
  readonly corpus: number;
  /** Blocks that the samples reach, and that were reached in the end. */
  readonly blocksAtFirst: number;
  readonly blocks: number;
  readonly slowestMs: number;
  readonly failures: readonly GuidedFailure[];
};

export type GuidedFailure = {
  readonly problem: string;
  /** As small as it could be made. */
  readonly input: Buffer;
};

export type GuidedOptions = {
  readonly seed: number;
  /** No new inputs after it. */
  readonly endsAtMs: number;
  readonly cases?: number;
  /** So many different faults end the run. */
  readonly enough?: number;
  /** Undefined: blind, for comparison. */
  readonly coverage: BlockCoverage | undefined;
  /** What stands in the program's own texts, to be put into inputs. */
  readonly words?: readonly Buffer[];
};

const slowestAllowedMs = 1_500;
/** Looking at what ran costs more than many cases do: the longer nothing was new, the more are looked at together. */
const smallestBatch = 16;
const largestBatch = 1_024;
const longest = 20_000;

/**
 * Keeps each input that reached a block nothing before has reached, and goes on from there: conditions one behind the other are passed one by
 * one. The same promises as in `runTarget`.
 */
export async function runGuided(
  target: FuzzTarget,
  options: GuidedOptions,
): Promise<GuidedReport> {
  const run = new GuidedRun(target, options);
  await run.begin();
  while (run.goesOn()) await run.batch();
  return run.report();
}

class GuidedRun {
  readonly #target: FuzzTarget;
  readonly #options: GuidedOptions;
  readonly #draw: () => number;
  readonly #corpus: Buffer[];
  readonly #failures: GuidedFailure[] = [];
  #batch = smallestBatch;
  #cases = 0;
  #slowestMs = 0;
  #blocks = 0;
  #blocksAtFirst = 0;

  constructor(target: FuzzTarget, options: GuidedOptions) {
    this.#target = target;
    this.#options = options;
    this.#draw = drawFrom(options.seed);
    this.#corpus = [...target.samples];
  }

  async begin(): Promise<void> {
    for (const sample of this.#target.samples) await this.#try(sample);
    await this.#look();
    this.#blocksAtFirst = this.#blocks;
  }

  goesOn(): boolean {
    const { endsAtMs, cases = Infinity, enough = 3 } = this.#options;
    return (
      Date.now() < endsAtMs &&
      this.#cases < cases &&
      this.#failures.length < enough
    );
  }

  async batch(): Promise<void> {
    const inputs = Array.from({ length: this.#batch }, () => this.#next());
    for (const input of inputs) {
      await this.#try(input);
      if (!this.goesOn()) return;
    }
    const { coverage } = this.#options;
    if (!coverage || (await coverage.newBlocks("peek")) === 0) {
      this.#batch = Math.min(2 * this.#batch, largestBatch);
      return;
    }
    this.#batch = smallestBatch;
    await this.#keepNew(inputs);
  }

  /** Which of them was it? Halves are run once more, until one is left. */
  async #keepNew(inputs: readonly Buffer[]): Promise<void> {
    for (const input of inputs) await faultOf(this.#target, input);
    const [only] = inputs;
    if (inputs.length === 1 && only) {
      if ((await this.#look()) > 0) this.#corpus.push(only);
      return;
    }
    if ((await this.#options.coverage?.newBlocks("peek")) === 0) return;
    const middle = inputs.length >> 1;
    await this.#keepNew(inputs.slice(0, middle));
    await this.#keepNew(inputs.slice(middle));
  }

  #next(): Buffer {
    // Half of the time one of the newest: what came far goes on.
    const newest = this.#corpus.slice(-20);
    const from = this.#draw() < 0.5 ? newest : this.#corpus;
    const { words = [] } = this.#options;
    const draw = this.#draw;
    const way = draw();
    if (way < 0.4) return mutate(draw, from);
    const made = pick(draw, from);
    const at = Math.floor(draw() * (made.length + 1));
    const put =
      way < 0.7 || words.length === 0
        ? Buffer.from([Math.floor(draw() * 256)])
        : pick(draw, words);
    const isInstead = draw() < 0.5;
    return Buffer.concat([
      made.subarray(0, at),
      put,
      made.subarray(isInstead ? at + put.length : at),
    ]).subarray(0, longest);
  }

  async #look(): Promise<number> {
    const added = (await this.#options.coverage?.newBlocks("keep")) ?? 0;
    this.#blocks += added;
    return added;
  }

  async #try(input: Buffer): Promise<void> {
    const begun = performance.now();
    const fault = await faultOf(this.#target, input);
    const ms = Math.round(performance.now() - begun);
    this.#cases += 1;
    this.#slowestMs = Math.max(this.#slowestMs, ms);
    const problem = fault ?? (ms > slowestAllowedMs ? `${ms} ms` : undefined);
    if (problem === undefined || this.#failures.some(isLike(problem))) return;
    this.#failures.push({
      problem,
      input: fault ? await smallest(this.#target, input, fault) : input,
    });
  }

  report(): GuidedReport {
    return {
      name: this.#target.name,
      cases: this.#cases,
      corpus: this.#corpus.length,
      blocksAtFirst: this.#blocksAtFirst,
      blocks: this.#blocks,
      slowestMs: this.#slowestMs,
      failures: this.#failures,
    };
  }
}

/** Two inputs that break the same promise in the same words, but for what they say of themselves behind it. */
const isLike =
  (problem: string) =>
  (other: GuidedFailure): boolean =>
    firstLine(other.problem) === firstLine(problem);

const firstLine = (problem: string) => problem.split("\n", 1)[0];

const mostTries = 400;

/** Leaves out what the same fault does without: halves first, single bytes last. */
async function smallest(
  target: FuzzTarget,
  input: Buffer,
  fault: string,
): Promise<Buffer> {
  let kept = input;
  let tries = 0;
  for (let size = Math.ceil(input.length / 2); size >= 1; size >>= 1)
    for (let at = 0; at < kept.length && tries < mostTries; tries += 1) {
      const shorter = Buffer.concat([
        kept.subarray(0, at),
        kept.subarray(at + size),
      ]);
      if (
        firstLine((await faultOf(target, shorter)) ?? "") === firstLine(fault)
      )
        kept = shorter;
      else at += size;
    }
  return kept;
}
