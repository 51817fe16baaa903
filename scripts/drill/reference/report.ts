import {
  machine,
  promisesOf,
  row,
  seconds,
  versionOf,
} from "../rolling/report.ts";
import type { ProxyName } from "../rolling/published-files.ts";
import type { Noticed, ReferenceRun } from "./run-reference.ts";
import { areKept } from "../compare.ts";

export type ReferenceResult = ReferenceRun & {
  readonly command: string;
  readonly proxy: ProxyName;
  readonly seconds: number;
};

export const isKept = ({
  ledger,
  findings,
}: Pick<ReferenceRun, "ledger" | "findings">): boolean =>
  ledger.acknowledged.length > 0 && areKept(findings);

/** For programs: the same, with each reference that is missing or doubled. */
export function figuresOf({ ledger, ...result }: ReferenceResult) {
  return {
    ...result,
    parts: partsOf(result),
    isKept: isKept({ ledger, ...result }),
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
  };
}

function partsOf({
  proxy,
  database,
}: Pick<ReferenceResult, "proxy" | "database">): readonly string[] {
  return [
    versionOf(proxy, "-v"),
    versionOf("pgbouncer", "--version"),
    database,
    versionOf("patroni", "--version"),
    versionOf("etcd", "--version"),
    versionOf("radosgw", "--version").replace(/ \([0-9a-f]+\).*/, ""),
    versionOf("/usr/sbin/clamd", "--version").replace(/\/.*/, ""),
    `Node ${process.version}`,
  ];
}

/** The result as Markdown, with the machine it was made on. */
export function reportOf(result: ReferenceResult): string {
  const { command, noticed, ledger, findings } = result;
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; ${partsOf(result).join(", ")}; ${result.seconds.toFixed(0)} s.`,
    "",
    row(columns.map(([head]) => head)),
    row(["---", ...columns.slice(1).map(() => "--:")]),
    ...noticed.map((one) => row(columns.map(([, cell]) => cell(one)))),
    "",
    `${String(ledger.acknowledged.length)} confirmed in all; ${String(ledger.cutOff)} answers to "send" were lost or errors, and sent again.`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}

type Column = readonly [
  head: string,
  cell: (noticed: Noticed) => string | number,
];

const columns: readonly Column[] = [
  ["under load", ({ about }) => about],
  ["confirmed", ({ confirmed }) => confirmed],
  ["sent again", ({ cutOff }) => cutOff],
  ["errors shown", ({ troubles }) => troubles],
  ["nothing confirmed for", ({ gapMs }) => seconds(gapMs)],
  ["everybody served again after", ({ backMs }) => seconds(backMs)],
  ["public pages read", ({ read }) => read.requests],
  ["of these failed", ({ read }) => read.failed],
  ["slowest page", ({ read }) => seconds(read.slowestMs)],
];
