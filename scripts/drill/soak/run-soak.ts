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
import {
  endWhenAsked,
  endWhenInterrupted,
} from "../rolling/running-program.ts";
import { findGrowth, takeSample, type Sample } from "./samples.ts";

export type SoakInput = {
  readonly folder: string;
  readonly minutes: number;
  /** It is over when so many faults have happened, or so many applications are confirmed. */
  readonly mostFaults: number;
  readonly mostApplications: number;
  /** From the beginning of one fault to that of the next. */
  readonly everyMinutes: number;
  readonly writers: number;
  readonly pauseMs: number;
  /** "leaking": one web process loses memory, and this must be seen. */
  readonly kind: "plain" | "leaking";
  readonly onStruck: (struck: Struck, soFar: SoakRun) => Promise<void>;
};

/** At the end, and after each fault; then nothing was compared yet. */
export type SoakRun = {
  /** How long people sent. */
  readonly lastedMinutes: number;
  readonly struck: readonly Struck[];
  readonly samples: readonly Sample[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

const minuteMs = 60_000;
/** Seconds between two looks: 120 looks in a short run, one in a minute of a long one. */
const pauseOf = (minutes: number) => Math.min(60, (minutes * 60) / 120);

/** Loses about half a megabyte in a second. */
const leak =
  "data:text/javascript,let%20kept=[];setInterval(()=>kept.push(Buffer.alloc(524288,1)),1000).unref()";

/** People send for hours while one part after the other fails, each in its turn. An interruption ends it with what there is by then. */
export async function runSoak(input: SoakInput): Promise<SoakRun> {
  const folder = path.join(input.folder, "soak");
  await mkdir(folder);
  const { stage, asked } = await openStage(folder, input.kind);
  try {
    const soak: Soak = {
      begun: performance.now(),
      asked,
      struck: [],
      samples: [],
    };
    const { writers, pauseMs } = input;
    const ledger = await whileWriting(
      { portal: stage.installation, writers, pauseMs },
      (written) => strikeAndSample(stage, input, { ...soak, ledger: written }),
    );
    const soFar = runOf({ ...soak, ledger });
    const { findings } = await judgeApart(stage, ledger);
    return { ...soFar, findings: [...findings, ...soFar.findings] };
  } finally {
    await stage.stop();
  }
}

async function openStage(folder: string, kind: SoakInput["kind"]) {
  const opening = openApartStage(folder, {
    envOf: (name) =>
      name === "web2" && kind === "leaking"
        ? { NODE_OPTIONS: `--import=${leak}` }
        : {},
  });
  const takeBack = endWhenInterrupted(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.stop();
  });
  const stage = await opening;
  takeBack();
  console.log(
    `To end it before its time, with a report: kill -INT ${String(process.pid)}`,
  );
  return { stage, asked: endWhenAsked(() => stage.stop()) };
}

type Soak = {
  /** By `performance.now()`. */
  readonly begun: number;
  readonly asked: AbortSignal;
  readonly struck: Struck[];
  readonly samples: Sample[];
};
type Written = Soak & { readonly ledger: Ledger };

const minutesSince = (begun: number) => (performance.now() - begun) / minuteMs;

function runOf({ begun, struck, samples, ledger }: Written): SoakRun {
  return {
    lastedMinutes: minutesSince(begun),
    struck,
    samples,
    ledger,
    findings: [findGrowth(samples)],
  };
}

async function strikeAndSample(
  stage: ApartStage,
  input: SoakInput,
  soak: Written,
): Promise<void> {
  const over = new AbortController();
  const sampling = sampleUntil(over.signal, stage, {
    ...soak,
    everyMs: pauseOf(input.minutes) * 1000,
  });
  try {
    await strikeAll(stage, input, soak);
  } finally {
    over.abort();
    await sampling;
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
  input: SoakInput,
  soak: Written,
): Promise<void> {
  const { writers, everyMinutes, onStruck } = input;
  const { struck, ledger, begun } = soak;
  while (!isOver(input, soak)) {
    const cell = cellAt(struck.length);
    const one = await strikeApart(stage, cell, { ledger, writers });
    struck.push(one);
    await onStruck(one, runOf(soak));
    const next = struck.length * everyMinutes;
    while (minutesSince(begun) < next && !isOver(input, soak))
      await sleep(1_000);
  }
}

function isOver(
  { minutes, mostFaults, mostApplications }: SoakInput,
  { asked, begun, struck, ledger }: Written,
): boolean {
  return (
    asked.aborted ||
    minutesSince(begun) >= minutes ||
    struck.length >= mostFaults ||
    ledger.acknowledged.length >= mostApplications
  );
}

async function sampleUntil(
  signal: AbortSignal,
  stage: ApartStage,
  { begun, samples, ledger, everyMs }: Written & { readonly everyMs: number },
): Promise<void> {
  while (!signal.aborted) {
    const sample = await takeSample(stage, {
      minutes: minutesSince(begun),
      confirmed: ledger.acknowledged.length,
    });
    if (sample) samples.push(sample);
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
