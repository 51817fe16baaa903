import type { Finding } from "../compare.ts";
import type { Ledger } from "../ledger.ts";
import { machine, promisesOf, row, seconds } from "../rolling/report.ts";
import { faults, type FaultName } from "./faults.ts";

export type Struck = {
  readonly fault: FaultName;
  readonly confirmed: number;
  readonly gapMs: number;
};

export type FailoverResult = {
  readonly struck: readonly Struck[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  readonly version: string;
  readonly command: string;
  readonly etcdApi: "v2" | "v3";
};

/** The result as Markdown, with the machine it was made on. */
export function reportOf({
  struck,
  ledger,
  findings,
  version,
  command,
  etcdApi,
}: FailoverResult): string {
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; three PostgreSQL ${version} with Patroni and etcd (${etcdApi} API).`,
    "",
    "| fault under load | times | confirmed around it | nothing confirmed for, longest |",
    "| --- | --: | --: | --: |",
    ...[...new Set(struck.map(({ fault }) => fault))].map((name) => {
      const own = struck.filter(({ fault }) => fault === name);
      return row([
        faults[name].about,
        own.length,
        own.reduce((sum, { confirmed }) => sum + confirmed, 0),
        seconds(Math.max(...own.map(({ gapMs }) => gapMs))),
      ]);
    }),
    "",
    `${ledger.acknowledged.length} confirmed in all; ${ledger.cutOff} answers to "send" were lost or errors, and sent again.`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}
