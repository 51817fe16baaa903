import type { Finding } from "../compare.ts";
import { strikeUnderLoad, type Struck } from "../faults/struck.ts";
import { strikeWhileWriting } from "../faults/while-writing.ts";
import type { Ledger } from "../ledger.ts";
import { readPages, type Rolled } from "../rolling/roll.ts";
import { drilledPortal } from "../write-applications.ts";
import type { ReferenceFault } from "./faults.ts";
import { judgeReference } from "./judge-reference.ts";
import type { ReferenceStage } from "./stage.ts";

/** One fault, and what those who sent and those who only read noticed. */
export type Noticed = Struck & {
  readonly isUnseen: boolean;
  readonly read: Rolled["read"];
  /** What went otherwise than it should, e.g. a process that ended with a code. */
  readonly wrong: readonly string[];
};

export type NamedFault = readonly [name: string, fault: ReferenceFault];

export type ReferenceWork = {
  readonly faults: readonly NamedFault[];
  readonly rounds: number;
  readonly writers: number;
  readonly pauseMs: number;
  /** Pages read in a second. */
  readonly rate: number;
  readonly onNoticed: (noticed: Noticed) => void;
};

export type ReferenceRun = {
  readonly noticed: readonly Noticed[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** Of the database servers. */
  readonly database: string;
};

const patienceMs = 120_000;

/** All that is asked for happens to one set-up, one after the other, while people read and send; then everything is compared. */
export async function runReference(
  stage: ReferenceStage,
  work: ReferenceWork,
): Promise<ReferenceRun> {
  const { writers, pauseMs, faults, rounds, onNoticed: onStruck } = work;
  const { struck: noticed, ledger } = await strikeWhileWriting(
    { portal: stage.installation, writers, pauseMs, patienceMs },
    {
      faults,
      rounds,
      onStruck,
      strike: async (named, written) => {
        await stage.cluster.untilWhole();
        return strike(stage, named, { ...work, ledger: written });
      },
    },
  );
  return { noticed, ledger, ...(await judgeReference(stage, ledger, noticed)) };
}

async function strike(
  stage: ReferenceStage,
  [name, fault]: NamedFault,
  {
    ledger,
    writers,
    rate,
  }: Pick<ReferenceWork, "writers" | "rate"> & { readonly ledger: Ledger },
): Promise<Noticed> {
  const { installation } = stage;
  const over = new AbortController();
  const reading = readPages({
    port: installation.port,
    host: new URL(installation.baseUrl(drilledPortal)).host,
    scheme: "https",
    rate,
    signal: over.signal,
  });
  const wrong: string[] = [];
  try {
    const struck = await strikeUnderLoad({
      cell: name,
      about: fault.about,
      ledger,
      writers,
      strike: async () => {
        wrong.push(...(await fault.strike(stage)));
      },
    });
    over.abort();
    const isUnseen = fault.isUnseen ?? false;
    return { ...struck, isUnseen, wrong, read: await reading };
  } finally {
    over.abort();
  }
}
