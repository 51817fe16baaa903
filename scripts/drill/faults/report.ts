import type { Finding } from "../compare.ts";
import type { Ledger } from "../ledger.ts";
import { machine, row, seconds } from "../rolling/report.ts";
import { cells, type CellName } from "./cells.ts";

/** One fault under load, and what people noticed. */
export type Struck = {
  readonly cell: CellName;
  readonly confirmed: number;
  readonly cutOff: number;
  readonly troubles: number;
  readonly gapMs: number;
  /** From the fault until everybody had a confirmation again. */
  readonly backMs: number;
};

export type FaultsResult = {
  readonly command: string;
  readonly disk: string;
  readonly struck: readonly Struck[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

export const isKept = ({ ledger, findings }: FaultsResult): boolean =>
  ledger.acknowledged.length > 0 &&
  findings.every(({ broken }) => broken.length === 0);

/** The result for programs: the same figures, with the references that are missing or doubled. */
export function figuresOf(result: FaultsResult) {
  const { command, disk, struck, ledger, findings } = result;
  return {
    command,
    date: new Date().toISOString(),
    machine: machine(),
    disk,
    isKept: isKept(result),
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
    struck,
    findings,
  };
}

export function reportOf(result: FaultsResult): string {
  const { command, disk, struck, ledger, findings } = result;
  const names = [...new Set(struck.map(({ cell }) => cell))];
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}, disk ${disk}.`,
    "",
    "| fault under load | times | confirmed around it | sent again | errors shown | nothing confirmed for, longest | everybody served again after, longest |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...names.map((name) =>
      rowOf(
        name,
        struck.filter(({ cell }) => cell === name),
      ),
    ),
    "",
    `${ledger.acknowledged.length} confirmed in all.`,
    "",
    "| promise | looked at | broken |",
    "| --- | --: | --: |",
    ...findings.map(({ promise, counted, broken }) =>
      row([promise, counted, broken.length]),
    ),
    "",
  ].join("\n");
}

function rowOf(name: CellName, own: readonly Struck[]): string {
  const sum = (of: (one: Struck) => number) =>
    own.reduce((total, one) => total + of(one), 0);
  const longest = (of: (one: Struck) => number) =>
    seconds(Math.max(...own.map(of)));
  return row([
    cells[name].about,
    own.length,
    sum(({ confirmed }) => confirmed),
    sum(({ cutOff }) => cutOff),
    sum(({ troubles }) => troubles),
    longest(({ gapMs }) => gapMs),
    longest(({ backMs }) => backMs),
  ]);
}
