import type { Measured } from "./run-load.ts";

export type Rounds = {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
};

export type Comparison = {
  readonly portal: Measured;
  readonly limit: Measured;
  /** Median over the rounds of portal / limit. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
};

/** Measures both in turns, A B A B, and compares within each turn: what disturbs the machine for a while disturbs both. */
export async function compare(
  rounds: number,
  measure: {
    readonly portal: (round: number) => Promise<Measured>;
    readonly limit: (round: number) => Promise<Measured>;
  },
): Promise<Comparison> {
  const pairs: { portal: Measured; limit: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const limit = await measure.limit(round);
    const portal = await measure.portal(round);
    pairs.push({ portal, limit });
  }
  const ratios = pairs.map(ratioOf).sort((a, b) => a - b);
  return {
    portal: medianMeasured(pairs.map((pair) => pair.portal)),
    limit: medianMeasured(pairs.map((pair) => pair.limit)),
    ratio: median(ratios),
    lowest: ratios.at(0) ?? 0,
    highest: ratios.at(-1) ?? 0,
  };
}

/** By processor time where it was measured: others who use the machine, and a load process at its limit, distort throughput. */
function ratioOf({
  portal,
  limit,
}: {
  portal: Measured;
  limit: Measured;
}): number {
  return portal.perCpuSecond !== undefined && limit.perCpuSecond !== undefined
    ? portal.perCpuSecond / limit.perCpuSecond
    : portal.perSecond / limit.perSecond;
}

function medianMeasured(all: readonly Measured[]): Measured {
  const cpu = all.flatMap(({ perCpuSecond }) => perCpuSecond ?? []);
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    perCpuSecond: cpu.length > 0 ? median(cpu) : undefined,
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  );
}
