import type { ComparedPage } from "./measure-pages.ts";

/** As many times as long a page may take. */
export const growthGoal = 1.3;

/** What differs by less than this is not told from chance. */
export const noiseMs = 1;

export function ratioOf({ small, large }: ComparedPage): number {
  return large.p95 / small.p95;
}

export function isMissed(page: ComparedPage): boolean {
  return (
    ratioOf(page) > growthGoal && page.large.p95 - page.small.p95 > noiseMs
  );
}
