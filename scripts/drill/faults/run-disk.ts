import { mkdir } from "node:fs/promises";
import path from "node:path";
import { childPortal } from "../../../src/main/testing/child-portal.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { connectOrStartEmbeddedPostgres } from "../../../src/platform/embedded-postgres/index.ts";
import type { Finding } from "../compare.ts";
import type { Ledger } from "../ledger.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import { judge } from "../run-drill.ts";
import { cells, type Cell, type CellName, type Stage } from "./cells.ts";
import { loseWithoutFsync } from "./control.ts";
import { openLoopDisk, type FileSystem } from "./loop-disk.ts";
import { strikeUnderLoad, type Struck } from "./struck.ts";
import { strikeWhileWriting } from "./while-writing.ts";

export type DiskInput = {
  readonly folder: string;
  readonly kind: FileSystem;
  /** "control": one power cut with fsync off. */
  readonly names: readonly CellName[] | "control";
  readonly rounds: number;
  readonly writers: number;
  readonly onStruck: (struck: Struck) => void;
};

export type FaultsRun = {
  readonly struck: readonly Struck[];
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
};

/** All that is asked for happens to a portal with everything on one disk, one after the other, while people send. */
export async function runOnDisk(input: DiskInput): Promise<FaultsRun> {
  const disk = openLoopDisk(input.folder, input.kind);
  try {
    const run = await onPortal(input, disk);
    await disk.remove();
    return run;
  } catch (error) {
    // What went wrong is to be told, not what followed from it.
    await disk.remove().catch((after: unknown) => {
      console.error("drill: the disk could not be removed:", after);
    });
    throw error;
  }
}

async function onPortal(
  input: DiskInput,
  disk: Stage["disk"],
): Promise<FaultsRun> {
  const dataDir = path.join(disk.folder, "data");
  await mkdir(dataDir);
  const portal = childPortal(dataDir, await freePort());
  endWhenInterrupted(() => portal.stop());
  const stage = { portal, disk };
  try {
    const run =
      input.names === "control"
        ? await loseWithoutFsync(stage, input.writers)
        : await runCells(stage, input.names, input);
    return { ...run, findings: await judge(portal, run.ledger) };
  } finally {
    await portal.stop();
    await stopDatabase(dataDir);
  }
}

/** A portal that died by itself leaves its database server: it would hold the disk. */
async function stopDatabase(dataDir: string): Promise<void> {
  const left = await connectOrStartEmbeddedPostgres({ dataDir }).catch(
    () => undefined,
  );
  await left?.stop();
}

async function runCells(
  stage: Stage,
  names: readonly CellName[],
  { rounds, writers, onStruck }: DiskInput,
): Promise<Omit<FaultsRun, "findings">> {
  await stage.portal.start();
  return strikeWhileWriting(
    { portal: stage.portal, writers },
    {
      faults: names,
      rounds,
      onStruck,
      strike: (name, ledger) => {
        const cell: Cell = cells[name];
        return strikeUnderLoad({
          cell: name,
          about: cell.about,
          ledger,
          writers,
          strike: () => cell.strike(stage),
        });
      },
    },
  );
}
