import { machine, promisesOf, row, seconds } from "../rolling/report.ts";
import type { Exercised } from "./exercise.ts";
import type { Loaded } from "./under-load.ts";
import { areKept } from "../compare.ts";

/** True when nobody saw a failure and everything was as it should be. */
export function isKept({
  seen,
  upgraded,
  evicted,
  findings,
}: Exercised): boolean {
  return (
    seen.every(({ isRight }) => isRight) &&
    [upgraded, evicted].every(
      (load) =>
        failuresOf(load) === 0 &&
        load.read.requests > 0 &&
        load.ledger.acknowledged.length > 0,
    ) &&
    evicted.refusals > 0 &&
    areKept(findings)
  );
}

function failuresOf({ read, ledger }: Loaded): number {
  return [...ledger.troubles.values()].reduce(
    (sum, times) => sum + times,
    read.failed,
  );
}

/** The result for programs. */
export function figuresOf(done: Exercised): object {
  const { upgraded, evicted, seen, findings, database, cluster } = done;
  const figures = (load: Loaded) => ({
    seconds: load.seconds,
    ...load.read,
    confirmed: load.ledger.acknowledged.length,
    failures: failuresOf(load),
  });
  return {
    isKept: isKept(done),
    cluster,
    database,
    seen,
    upgraded: figures(upgraded),
    evicted: {
      ...figures(evicted),
      pods: evicted.pods,
      refusals: evicted.refusals,
    },
    promises: findings.map(({ promise, counted, broken }) => ({
      promise,
      counted,
      broken: broken.length,
    })),
  };
}

/** The result as Markdown, with the machine it was made on. */
export function reportOf(
  { seen, upgraded, evicted, findings, database, cluster }: Exercised,
  command: string,
): string {
  const loads = [
    ["upgrade to another tag", upgraded],
    [
      `${String(evicted.pods)} web pods evicted; the budget said ${String(evicted.refusals)} times: not yet`,
      evicted,
    ],
  ] as const;
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${cluster}; ${database}, Node ${process.version}.`,
    "",
    "| in the cluster | seen | |",
    "| --- | --- | --- |",
    ...seen.map((each) =>
      row([each.what, each.seen, each.isRight ? "right" : "**wrong**"]),
    ),
    "",
    "| under load | seconds | pages read | slowest | applications confirmed | **failed requests** |",
    "| --- | --: | --: | --: | --: | --: |",
    ...loads.map(([what, load]) =>
      row([
        what,
        load.seconds.toFixed(0),
        load.read.requests,
        seconds(load.read.slowestMs),
        load.ledger.acknowledged.length,
        `**${String(failuresOf(load))}**`,
      ]),
    ),
    ...loads.flatMap(([, { ledger }]) =>
      [...ledger.troubles].map(
        ([trouble, times]) => `\n${String(times)} × ${trouble}`,
      ),
    ),
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}
