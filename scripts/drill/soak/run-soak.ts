import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "../compare.ts";
import { apartCells } from "../faults/apart/cells.ts";
import { canSetClocks } from "../faults/apart/clock.ts";
import { judgeApart } from "../faults/apart/judge-apart.ts";
import { strikeApart, type NamedCell } from "../faults/apart/run-apart.ts";
import { openApartStage, type ApartStage } from "../faults/apart/stage.ts";
import type { Struck } from "../faults/struck.ts";
import { whileWriting } from "../faults/while-writing.ts";
import type { Ledger } from "../ledger.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import { findGrowth, takeSample, type Sample } from "./samples.ts";

export type SoakInput = {
  readonly folder: string;
  readonly minutes: number;
  /** From the beginning of one fault to that of the next. */
  readonly everyMinutes: number;
  readonly writers: number;
  readonly pauseMs: number;
  /** "leaking": one web process loses memory, and this must be seen. */
  readonly kind: "plain" | "leaking";
  readonly onStruck: (struck: Struck) => void;
};

export type SoakRun = {
  readonly struck: readonly Struck[];
  readonly samples: readonly Sample[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

const samplesInAll = 120;
const minuteMs = 60_000;

/** Loses about half a megabyte in a second. */
const leak =
  "data:text/javascript,let%20kept=[];setInterval(()=>kept.push(Buffer.alloc(524288,1)),1000).unref()";

/** People send for hours while one part after the other fails, each in its turn. */
export async function runSoak(input: SoakInput): Promise<SoakRun> {
  const folder = path.join(input.folder, "soak");
  await mkdir(folder);
  const stage = await openApartStage(folder, {
    envOf: (name) =>
      name === "web2" && input.kind === "leaking"
        ? { NODE_OPTIONS: `--import=${leak}` }
        : {},
  });
  endWhenInterrupted(() => stage.stop());
  try {
    const struck: Struck[] = [];
    const samples: Sample[] = [];
    const { writers, pauseMs } = input;
    const ledger = await whileWriting(
      { portal: stage.installation, writers, pauseMs },
      async (written) => {
        const over = new AbortController();
        const sampling = sampleUntil(over.signal, stage, {
          ...input,
          samples,
          ledger: written,
        });
        try {
          await strikeAll(stage, input, { struck, ledger: written });
        } finally {
          over.abort();
          await sampling;
        }
      },
    );
    const { findings } = await judgeApart(stage, ledger);
    return {
      struck,
      samples,
      ledger,
      findings: [...findings, findGrowth(samples)],
    };
  } finally {
    await stage.stop();
  }
}

/** All that can happen, again and again; without libfaketime clocks stay right. */
function cellAt(number: number): NamedCell<ApartStage> {
  const all: readonly NamedCell<ApartStage>[] = Object.entries(apartCells);
  const possible = all.filter(
    ([, { needsClocks }]) => canSetClocks || !needsClocks,
  );
  const cell = possible[number % possible.length];
  if (!cell) throw new Error("drill: there is no fault");
  return cell;
}

async function strikeAll(
  stage: ApartStage,
  { minutes, everyMinutes, writers, onStruck }: SoakInput,
  { struck, ledger }: { readonly struck: Struck[]; readonly ledger: Ledger },
): Promise<void> {
  const begun = performance.now();
  const end = begun + minutes * minuteMs;
  for (let number = 0; performance.now() < end; number += 1) {
    const one = await strikeApart(stage, cellAt(number), { ledger, writers });
    struck.push(one);
    onStruck(one);
    const next = Math.min(end, begun + (number + 1) * everyMinutes * minuteMs);
    await sleep(Math.max(0, next - performance.now()));
  }
}

async function sampleUntil(
  signal: AbortSignal,
  stage: ApartStage,
  {
    minutes,
    samples,
    ledger,
  }: Pick<SoakInput, "minutes"> & {
    readonly samples: Sample[];
    readonly ledger: Ledger;
  },
): Promise<void> {
  const begun = performance.now();
  while (!signal.aborted) {
    const sample = await takeSample(stage, {
      minutes: (performance.now() - begun) / minuteMs,
      confirmed: ledger.acknowledged.length,
    });
    if (sample) samples.push(sample);
    await sleep((minutes * minuteMs) / samplesInAll, undefined, {
      signal,
    }).catch(() => undefined);
  }
}
