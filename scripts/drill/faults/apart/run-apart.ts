import { mkdir } from "node:fs/promises";
import path from "node:path";
import { openInterruptibly } from "../../rolling/running-program.ts";
import type { Ledger } from "../../ledger.ts";
import type { Finding } from "../../compare.ts";
import { strikeUnderLoad, type Struck } from "../struck.ts";
import { strikeWhileWriting } from "../while-writing.ts";
import type { ApartCell } from "./cells.ts";
import { settleFailures, untilDrained } from "./failures.ts";
import { judgeApart } from "./judge-apart.ts";
import { judgeStruck, mostCallsPerMinute } from "./judge-struck.ts";
import { nowOn, type ApartStage } from "./stage.ts";

/** Each application makes four deliveries and two mails: they are to leave as fast as they come. */
const pauseMs = 4_000;

/** What happens, by its name. */
export type NamedCell<Stage extends ApartStage> = readonly [
  name: string,
  cell: ApartCell<Stage>,
];

export type ApartInput<Stage extends ApartStage> = {
  readonly folder: string;
  open(folder: string): Promise<Stage>;
  readonly cells: readonly NamedCell<Stage>[];
  /** What is to be true of such a stage besides. */
  readonly judge?: (
    stage: Stage,
    ledger: Ledger,
  ) => Promise<readonly Finding[]>;
  readonly rounds: number;
  readonly writers: number;
  readonly onStruck: (struck: Struck) => void;
};

export type ApartRun = {
  readonly struck: readonly Struck[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

/** All that is asked for happens to one installation, one after the other, while people send. */
export async function runApart<Stage extends ApartStage>(
  input: ApartInput<Stage>,
): Promise<ApartRun> {
  const folder = path.join(input.folder, "apart");
  await mkdir(folder);
  const stage = await openInterruptibly(input.open(folder));
  try {
    const { writers, cells: faults, rounds, onStruck } = input;
    const { struck, ledger } = await strikeWhileWriting(
      { portal: stage.installation, writers, pauseMs },
      {
        faults,
        rounds,
        onStruck,
        strike: (cell, written) =>
          strikeApart(stage, cell, { ledger: written, writers }),
      },
    );
    const findings = await judge(input, stage, ledger);
    return { struck, ledger, findings: [...findings, ...judgeStruck(struck)] };
  } finally {
    await stage.stop();
  }
}

async function judge<Stage extends ApartStage>(
  input: ApartInput<Stage>,
  stage: Stage,
  ledger: Ledger,
): Promise<readonly Finding[]> {
  const { findings, mailsAgain, mailsTaken } = await judgeApart(stage, ledger);
  console.log(
    `${String(mailsTaken)} mails arrived, ${String(mailsAgain)} of them again with the Message-ID of one before`,
  );
  return input.judge
    ? [...findings, ...(await input.judge(stage, ledger))]
    : findings;
}

/** One fault under load: what people noticed, and what became of all that was to be handed over. */
export async function strikeApart<Stage extends ApartStage>(
  stage: Stage,
  [name, cell]: NamedCell<Stage>,
  { ledger, writers }: { readonly ledger: Ledger; readonly writers: number },
): Promise<Struck> {
  const calls = () => cell.calls?.(stage) ?? 0;
  const seen = { calls: 0, forMs: 0, note: "" };
  const begun = nowOn(stage);
  const struck = await strikeUnderLoad({
    cell: name,
    about: cell.about,
    ledger,
    writers,
    strike: async () => {
      const [before, from] = [calls(), performance.now()];
      seen.note = (await cell.strike(stage)) ?? "";
      seen.calls = calls() - before;
      seen.forMs = performance.now() - from;
    },
  });
  const over = nowOn(stage);
  const failures = await settleFailures(stage, begun);
  return {
    ...struck,
    ...failures,
    ...(cell.calls && {
      callsPerMinute: Math.round((seen.calls * 60_000) / seen.forMs),
      ...(cell.control === "brakes" && {
        mostCalls: mostCallsPerMinute(seen.forMs),
      }),
      drainedMs: await untilDrained(stage, over),
    }),
    ...(seen.note && { note: seen.note }),
  };
}
