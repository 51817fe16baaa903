import { areKept, type Finding } from "../compare.ts";
import type { Ledger } from "../ledger.ts";
import { machine, promisesOf, row, seconds } from "../rolling/report.ts";
import type { Struck } from "./struck.ts";

export type FaultsResult = {
  readonly command: string;
  /** What it happened to. */
  readonly stage: string;
  readonly struck: readonly Struck[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

/** A failure that nobody is told of is a broken promise, too. */
export const isKept = ({
  struck,
  ledger,
  findings,
}: Pick<FaultsResult, "struck" | "ledger" | "findings">): boolean =>
  ledger.acknowledged.length > 0 &&
  struck.every(({ failed = 0, seen = 0 }) => seen === failed) &&
  areKept(findings);

/** As somebody would type it again: without the file that the result went to. */
export function commandOf(drill: string, words: readonly string[]): string {
  const kept = words.filter(
    (word, index) => word !== "--report" && words[index - 1] !== "--report",
  );
  return [`npm run drill -- ${drill}`, ...kept].join(" ");
}

/** The result for programs: the same figures, with the references that are missing or doubled. */
export function figuresOf(result: FaultsResult) {
  const { command, stage, struck, ledger, findings } = result;
  return {
    command,
    date: new Date().toISOString(),
    machine: machine(),
    stage,
    isKept: isKept(result),
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
    struck,
    findings,
  };
}

export function reportOf(result: FaultsResult): string {
  const { command, stage, struck, ledger, findings } = result;
  const own = Map.groupBy(struck, ({ cell }) => cell);
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; ${stage}.`,
    "",
    row(columns.map(({ head }) => head)),
    row(["---", ...columns.slice(1).map(() => "--:")]),
    ...[...own.values()].map((times) =>
      row(columns.map(({ cell }) => cell(times))),
    ),
    "",
    `${String(ledger.acknowledged.length)} confirmed in all.${notesOf(struck)}`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}

type Column = {
  readonly head: string;
  readonly cell: (times: readonly Struck[]) => string | number;
};

const columns: readonly Column[] = [
  { head: "fault under load", cell: ([first]) => first?.about ?? "" },
  { head: "times", cell: (times) => times.length },
  { head: "confirmed", cell: (times) => sum(times, "confirmed") },
  { head: "sent again", cell: (times) => sum(times, "cutOff") },
  { head: "errors shown", cell: (times) => sum(times, "troubles") },
  {
    head: "nothing confirmed for, longest",
    cell: (times) => longest(times, "gapMs"),
  },
  {
    head: "everybody served again after, longest",
    cell: (times) => longest(times, "backMs"),
  },
  {
    head: "calls in vain in a minute, most",
    cell: (times) => most(times, "callsPerMinute")?.toString() ?? "–",
  },
  {
    head: "all handed over after its end, longest",
    cell: (times) => longest(times, "drainedMs"),
  },
  {
    head: "failed for good / of these shown to a person",
    cell: (times) =>
      most(times, "failed") === undefined
        ? "–"
        : `${String(sum(times, "failed"))} / ${String(sum(times, "seen"))}`,
  },
];

type Figure = Exclude<
  {
    [Key in keyof Struck]-?: Struck[Key] extends number | undefined
      ? Key
      : never;
  }[keyof Struck],
  undefined
>;

const numbers = (times: readonly Struck[], figure: Figure) =>
  times.map((one) => one[figure]).filter((value) => value !== undefined);

const sum = (times: readonly Struck[], figure: Figure) =>
  numbers(times, figure).reduce((total, value) => total + value, 0);

function most(times: readonly Struck[], figure: Figure): number | undefined {
  const all = numbers(times, figure);
  return all.length === 0 ? undefined : Math.max(...all);
}

function longest(times: readonly Struck[], figure: Figure): string {
  const value = most(times, figure);
  return value === undefined ? "–" : seconds(value);
}

function notesOf(struck: readonly Struck[]): string {
  return struck
    .flatMap(({ about, note }) =>
      note === undefined ? [] : [` ${about}: ${note}.`],
    )
    .join("");
}
