import { requirePrograms } from "../required-programs.ts";
import { backedCells } from "./apart/backed-cells.ts";
import { findUnscanned, openBackedStage } from "./apart/backed-stage.ts";
import { apartCells, type ApartCell } from "./apart/cells.ts";
import { canSetClocks } from "./apart/clock.ts";
import { judgeNight } from "./apart/judge-night.ts";
import { nightCells } from "./apart/night-cells.ts";
import { databasePrograms, openNightStage } from "./apart/night-stage.ts";
import { nightsAfter } from "./apart/nights.ts";
import { providerCells } from "./apart/provider-cells.ts";
import {
  findUntoldSignIns,
  openProviderStage,
} from "./apart/provider-stage.ts";
import {
  runApart,
  type ApartInput,
  type NamedCell,
} from "./apart/run-apart.ts";
import { openApartStage, type ApartStage } from "./apart/stage.ts";
import type { FaultsRun } from "./run-disk.ts";

/** What happens to one installation. */
export type Part = {
  readonly stage: string;
  run(folder: string): Promise<FaultsRun>;
};

const nights = nightsAfter(new Date());
const cellsAtNight = nightCells(nights);

/** All that can happen where each part is a program of its own. */
export const cellsApart: Readonly<Record<string, { readonly about: string }>> =
  {
    ...apartCells,
    ...backedCells,
    ...providerCells,
    ...cellsAtNight,
  };

const controlled = Object.entries<ApartCell>(apartCells).filter(
  ([, { control }]) => control !== undefined,
);

/** What can happen to a portal without that which keeps its promise then. */
export const controlledCells: readonly string[] = controlled.map(
  ([name]) => name,
);

export type Shared = Pick<
  ApartInput<ApartStage>,
  "rounds" | "writers" | "onStruck"
>;

/** Of what is chosen; an installation for each kind of it. */
export function partsApart(
  names: readonly string[],
  shared: Shared,
): readonly Part[] {
  const chosen = ([name]: readonly [string, unknown]) => names.includes(name);
  const plain = Object.entries(apartCells).filter(chosen);
  const backed = Object.entries(backedCells).filter(chosen);
  return [
    ...partApart("each part a program of its own", [], {
      ...shared,
      open: openApartStage,
      cells: plain,
    }),
    ...partApart(
      "each part a program of its own, with PgBouncer, Ceph and clamd",
      ["pgbouncer", "ceph-mon", "ceph-osd", "radosgw", "/usr/sbin/clamd"],
      {
        ...shared,
        open: openBackedStage,
        cells: backed,
        judge: async (stage, ledger) => [await findUnscanned(stage, ledger)],
      },
    ),
    ...partApart(
      "each part a program of its own, with an OpenID provider",
      [],
      {
        ...shared,
        open: openProviderStage,
        cells: Object.entries(providerCells).filter(chosen),
        judge: (stage) => Promise.resolve([findUntoldSignIns(stage)]),
      },
    ),
    ...partsAtNight(names, shared),
  ];
}

/** The controls of what is chosen: its promises must be broken. */
export function controlsApart(
  names: readonly string[],
  shared: Shared,
): readonly Part[] {
  const without = names.find((name) => !controlledCells.includes(name));
  if (without !== undefined)
    throw new Error(`no control for "${without}"; see --help`);
  const chosen = controlled.filter(([name]) => names.includes(name));
  const groups = Map.groupBy(chosen, ([, { control }]) => control);
  return [...groups].flatMap(([control, cellsOfIt]) =>
    partApart(
      `each part a program of its own, the portal without: ${String(control)}`,
      [],
      {
        ...shared,
        open: (folder) => openApartStage(folder, { without: control }),
        cells: cellsOfIt,
      },
    ),
  );
}

/** Each has an installation of its own: months lie between them. */
function partsAtNight(
  names: readonly string[],
  shared: Shared,
): readonly Part[] {
  const chosen = Object.entries(nights).filter(([name]) =>
    names.includes(name),
  );
  return chosen.flatMap(([name, night]) =>
    partApart(
      "each part a program of its own, all processes and the database by one clock that is not this machine's",
      [databasePrograms ?? "postgres"],
      {
        ...shared,
        rounds: 1,
        open: (folder) => openNightStage(folder, night),
        cells: Object.entries(cellsAtNight).filter(([cell]) => cell === name),
        judge: judgeNight,
      },
    ),
  );
}

/** None where nothing was chosen. */
function partApart<Stage extends ApartStage>(
  stage: string,
  programs: readonly string[],
  input: Omit<ApartInput<Stage>, "folder">,
): readonly Part[] {
  if (input.cells.length === 0) return [];
  requirePrograms([
    ...["haproxy", "/usr/sbin/sshd", "ssh-keygen", ...programs],
    ...input.cells.flatMap(([, cell]) => cell.needs ?? []),
  ]);
  if (needsClocks(input.cells) && !canSetClocks)
    throw new Error("libfaketime is not there; see --help");
  return [{ stage, run: (folder) => runApart({ ...input, folder }) }];
}

const needsClocks = <Stage extends ApartStage>(
  chosen: readonly NamedCell<Stage>[],
) => chosen.some(([, cell]) => cell.needsClocks);
