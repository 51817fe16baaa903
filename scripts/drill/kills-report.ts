import { killKinds } from "../../src/main/testing/child-portal.ts";
import type { Finding } from "./compare.ts";
import type { Ledger } from "./ledger.ts";
import { machine, promisesOf, row, seconds } from "./rolling/report.ts";
import type { Round } from "./run-drill.ts";

export type KillsResult = {
  readonly command: string;
  readonly lastedMs: number;
  readonly rounds: readonly Round[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

/** For programs: every kill. */
export function killFigures({ ledger, ...result }: KillsResult) {
  return {
    ...result,
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
  };
}

export function killsReport(result: KillsResult): string {
  const { command, lastedMs, rounds, ledger, findings } = result;
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; ${seconds(lastedMs)} of killing.`,
    "",
    row([
      "killed with -9",
      "rounds",
      "confirmed",
      "sent again",
      "gap, median",
      "gap, worst",
    ]),
    row(["---", "--:", "--:", "--:", "--:", "--:"]),
    ...killKinds.map((kind) =>
      rowOf(
        kind,
        rounds.filter((round) => round.kind === kind),
      ),
    ),
    "",
    `${String(ledger.acknowledged.length)} confirmed in all.`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}

function rowOf(kind: string, own: readonly Round[]): string {
  const gaps = own.map(({ gapMs }) => gapMs).toSorted((a, b) => a - b);
  return row([
    kind,
    own.length,
    sum(own.map(({ acknowledged }) => acknowledged)),
    sum(own.map(({ cutOff }) => cutOff)),
    seconds(gaps[Math.floor(gaps.length / 2)] ?? 0),
    seconds(gaps.at(-1) ?? 0),
  ]);
}

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, number) => total + number, 0);
