import { machine, promisesOf, row, seconds } from "../rolling/report.ts";
import { faults } from "./faults.ts";
import type { DeliveriesFigures } from "./figures.ts";
import type { DeliveriesResult } from "./run-deliveries.ts";
import { areKept } from "../compare.ts";

export type DeliveriesReport = {
  readonly command: string;
  readonly seed: number;
  readonly ssh: string;
  readonly result: DeliveriesResult;
  readonly figures: DeliveriesFigures;
};

export const isKept = ({ isSettled, findings, ledger }: DeliveriesResult) =>
  isSettled && ledger.acknowledged.length > 0 && areKept(findings);

/** The result as Markdown, with the machine it was made on. */
export function reportOf(report: DeliveriesReport): string {
  const { result } = report;
  return [
    ...headOf(report),
    "",
    ...promisesOf(result.findings),
    "",
    ...killsOf(report.figures),
    "",
    ...attemptsOf(report.figures),
    "",
    ...faultsOf(report.figures),
    "",
  ].join("\n");
}

function headOf({ command, seed, ssh, result, figures }: DeliveriesReport) {
  const { ledger, startedAtMs, calmAtMs, settledAtMs, isSettled } = result;
  const { acknowledged, versions, cutOff } = ledger;
  const kills = figures.kills.reduce((sum, { times }) => sum + times, 0);
  return [
    `\`${command}\` on ${new Date(startedAtMs).toISOString().slice(0, 10)}, seed ${seed}, ${machine()}; Node ${process.version}, SFTP: ${ssh}.`,
    "",
    `${acknowledged.length} applications confirmed (sent again ${cutOff} times, because no answer came) and ${versions.length - acknowledged.length} corrections, in ${minutes(calmAtMs - startedAtMs)} with ${kills} kills. ` +
      (isSettled
        ? `After the last kill and fault all was delivered, without a person, in ${minutes(settledAtMs - calmAtMs)}.`
        : `**Not settled** ${minutes(settledAtMs - calmAtMs)} after the last kill and fault.`),
  ];
}

const killsOf = ({ kills }: DeliveriesFigures) => [
  "| killed with -9 | times | at work again after, median | worst |",
  "| --- | --: | --: | --: |",
  ...kills.map(({ name, times, medianMs, worstMs }) =>
    row([name, times, seconds(medianMs), seconds(worstMs)]),
  ),
];

const attemptsOf = ({ attempts, delays }: DeliveriesFigures) => [
  "| destination | deliveries | attempts | most for one | ended with worker or database |",
  "| --- | --: | --: | --: | --: |",
  ...attempts.map((one) =>
    row([one.destination, one.deliveries, one.attempts, one.most, one.cutOff]),
  ),
  "",
  "| from confirmation to record | median | p95 | worst |",
  "| --- | --: | --: | --: |",
  ...delays.map(({ destination, medianMs, p95Ms, worstMs }) =>
    row([destination, seconds(medianMs), seconds(p95Ms), seconds(worstMs)]),
  ),
];

const faultsOf = ({ faults: met, calls }: DeliveriesFigures) => [
  `| fault of the receiver (${calls.webhook} calls of the web hook, ${calls.fitConnect} of FIT-Connect) | times |`,
  "| --- | --: |",
  ...met.map(([name, times]) => row([faults[name].about, times])),
];

const minutes = (ms: number): string =>
  `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
