import { mkdir } from "node:fs/promises";
import path from "node:path";
import { endWhenInterrupted } from "../../rolling/running-program.ts";
import type { Ledger } from "../../ledger.ts";
import type { Finding } from "../../compare.ts";
import { strikeUnderLoad, type Struck } from "../struck.ts";
import { whileWriting } from "../while-writing.ts";
import { apartCells, type ApartCell, type ApartCellName } from "./cells.ts";
import { settleFailures, untilDrained } from "./failures.ts";
import { judgeApart } from "./judge-apart.ts";
import { openApartStage, type ApartStage } from "./stage.ts";

/** Each application makes four deliveries and two mails: they are to leave as fast as they come. */
const pauseMs = 4_000;

export type ApartInput = {
  readonly folder: string;
  readonly names: readonly ApartCellName[];
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
export async function runApart(input: ApartInput): Promise<ApartRun> {
  const folder = path.join(input.folder, "apart");
  await mkdir(folder);
  const stage = await openApartStage(folder);
  endWhenInterrupted(() => stage.stop());
  try {
    const { writers } = input;
    const struck: Struck[] = [];
    const ledger = await whileWriting(
      { portal: stage.installation, writers, pauseMs },
      async (written) => {
        for (let round = 0; round < input.rounds; round += 1)
          for (const name of input.names) {
            const one = await strike(stage, name, { ledger: written, writers });
            struck.push(one);
            input.onStruck(one);
          }
      },
    );
    const { findings, mailsAgain, mailsTaken } = await judgeApart(
      stage,
      ledger,
    );
    console.log(
      `${String(mailsTaken)} mails arrived, ${String(mailsAgain)} of them again with the Message-ID of one before`,
    );
    return { struck, ledger, findings };
  } finally {
    await stage.stop();
  }
}

async function strike(
  stage: ApartStage,
  name: ApartCellName,
  { ledger, writers }: { readonly ledger: Ledger; readonly writers: number },
): Promise<Struck> {
  const cell: ApartCell = apartCells[name];
  const calls = () => (cell.peer ? stage[cell.peer].calls() : 0);
  const seen = { calls: 0, forMs: 0, note: "" };
  const begun = new Date();
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
  const over = new Date();
  const failures = await settleFailures(stage, begun);
  return {
    ...struck,
    ...failures,
    ...(cell.peer && {
      callsPerMinute: Math.round((seen.calls * 60_000) / seen.forMs),
      drainedMs: await untilDrained(stage, over),
    }),
    ...(seen.note && { note: seen.note }),
  };
}
