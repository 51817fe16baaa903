import { machine } from "../rolling/report.ts";
import { requestsName, type Sum } from "./run-fuzz.ts";

export type FuzzDrillResult = {
  readonly command: string;
  readonly seed: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly sums: readonly Sum[];
  /** Lines of the portal's log that tell of a fault of its own. */
  readonly faults: readonly string[];
  readonly planted: ReadonlyMap<string, boolean>;
};

/** Nothing broke, and what was planted was found out. */
export function isGood({ sums, faults, planted }: FuzzDrillResult): boolean {
  return (
    sums.every(({ failures }) => failures.length === 0) &&
    faults.length === 0 &&
    [...planted.values()].every(Boolean)
  );
}

/** For programs: how many each reader was given, and what it did with them. */
export function fuzzFigures({ planted, ...result }: FuzzDrillResult) {
  return {
    ...result,
    cases: casesOf(result, (name) => name !== requestsName),
    requests: casesOf(result, (name) => name === requestsName),
    planted: Object.fromEntries(planted),
  };
}

const casesOf = (
  { sums }: Pick<FuzzDrillResult, "sums">,
  counts: (name: string) => boolean,
): number =>
  sums
    .filter(({ name }) => counts(name))
    .reduce((total, { cases }) => total + cases, 0);

/** The result as Markdown, with the machine it was made on. */
export function fuzzReport(result: FuzzDrillResult): string {
  const { sums, faults, planted, rounds } = result;
  return [
    `\`${result.command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; seeds ${result.seed} to ${result.seed + Math.max(rounds, 1) - 1}; ${result.seconds.toFixed(0)} s.`,
    "",
    "| reads | cases | seconds | slowest case | broken promises |",
    "| --- | --: | --: | --: | --: |",
    ...sums.map(
      ({ name, cases, cpuSeconds, slowestMs, failures }) =>
        `| ${name} | ${cases} | ${cpuSeconds.toFixed(1)} | ${name === requestsName ? "–" : `${slowestMs} ms`} | ${failures.length} |`,
    ),
    `| faults in the portal's log | – | – | – | ${faults.length} |`,
    "",
    `${casesOf(result, (name) => name !== requestsName)} cases for all readers together.`,
    "",
    "| planted fault | found out |",
    "| --- | --- |",
    ...[...planted].map(([name, is]) => `| ${name} | ${is ? "yes" : "NO"} |`),
    "",
    ...sums.flatMap(({ name, failures }) =>
      failures.map((failure) => `BROKEN: ${name}: ${failure}\n`),
    ),
    ...faults.slice(0, 10).map((line) => `BROKEN: log: ${line}\n`),
  ].join("\n");
}
