import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type {
  Commune,
  RegisterProblem,
  Succession,
} from "../domain/commune.ts";
import {
  compareRegisters,
  type RegisterChanges,
} from "../domain/compare-registers.ts";
import { readSuccessions } from "../domain/register-csv.ts";
import {
  addCommunes,
  correctCommunes,
  endCommunes,
  findRegisterDay,
  listHeldCommunes,
  listLostCommunes,
  nameSuccessors,
  saveRegisterDay,
} from "../store/commune-store.ts";
import { indexPlaces, linkPlaces } from "../store/place-store.ts";
import { bringPlacesInLine } from "../store/places-of-register.ts";
import { readRegister, type ReadRegister } from "./read-register.ts";

export type RegisterImport = {
  readonly asOf: string;
  readonly communes: number;
  readonly added: number;
  readonly changed: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly ended: number;
  readonly skipped: number;
  /** Places that the finder knows now. */
  readonly places: number;
  /** Ended, and nobody said what they became. */
  readonly lost: readonly { readonly ars: string; readonly name: string }[];
};

export type RegisterImportRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-a-register" }
  /** The lines do not say of which day they are, and nobody else did. */
  | { readonly kind: "no-day" }
  | { readonly kind: "older"; readonly stored: string }
  /** The file holds far fewer communes than are known: it was cut off. */
  | { readonly kind: "too-few"; readonly known: number; readonly read: number }
  /** The list of changes does not name its columns. */
  | { readonly kind: "no-successions" };

/** Told while the import runs. */
export type RegisterImportProgress = {
  readonly skipped: (line: number, problem: RegisterProblem) => void;
  /** After each thousand lines. */
  readonly read: (lines: number) => void;
};

export type RegisterToImport = {
  readonly lines: AsyncIterable<string>;
  /** For tables that do not say it: YYYY-MM-DD. */
  readonly asOf?: string | undefined;
  /** Lines of a list of changes: which ARS became which. */
  readonly successions?: readonly string[] | undefined;
};

/** Fewer of the known communes than this in a file, and it was cut off: reforms of whole Länder moved fewer in a year. */
const leastShare = 0.8;

/**
 * Reads the official register of communes (GV100AD or a table) and writes what changed with the day from which it holds: descriptions that
 * no longer hold end and stay as history, and an ARS that ended names the one it became. The finder's places follow. Lines that cannot be
 * used are told and skipped, and their communes stay as they are. All in one transaction; the same register again changes nothing. Only for
 * the operator's commands (system).
 */
export async function importRegister(
  context: Context,
  register: RegisterToImport,
  progress: RegisterImportProgress,
): Promise<Result<RegisterImport, RegisterImportRefusal>> {
  if (context.actor.kind !== "system") return refuse({ kind: "not-permitted" });
  const successions = register.successions
    ? readSuccessions(register.successions)
    : [];
  if (!successions) return refuse({ kind: "no-successions" });
  const read = await readRegister(register.lines, progress);
  if (!read) return refuse({ kind: "not-a-register" });
  const asOf = read.asOf ?? register.asOf;
  if (asOf === undefined) return refuse({ kind: "no-day" });
  return context.transaction((db) =>
    writeRegister(db, { read, asOf, successions, now: context.now }),
  );
}

type RegisterToWrite = {
  readonly read: ReadRegister;
  readonly asOf: string;
  readonly successions: readonly Succession[];
  readonly now: Date;
};

async function writeRegister(
  db: Db,
  { read, asOf, successions, now }: RegisterToWrite,
): Promise<Result<RegisterImport, RegisterImportRefusal>> {
  const stored = await findRegisterDay(db);
  if (stored !== undefined && asOf < stored)
    return refuse({ kind: "older", stored });
  const held = await listHeldCommunes(db);
  if (isCutOff(read, held.length))
    return refuse({
      kind: "too-few",
      known: held.length,
      read: read.communes.length,
    });
  const changes = compareRegisters({
    held,
    read: read.communes,
    asOf,
    unread: read.unread,
    successions,
  });
  // Of a line whose ARS cannot be read nobody knows which commune it was: none is taken for one that has gone.
  const ended = read.hasUnnamed ? [] : changes.ended;
  await writeChanges(db, asOf, { ...changes, ended });
  await nameSuccessors(db, successions);
  await saveRegisterDay(db, { asOf, now });
  const places = await bringPlacesInLine(db, asOf);
  await linkPlaces(db);
  await indexPlaces(db);
  return ok({
    asOf,
    communes: read.communes.length,
    added: changes.added.length,
    changed: changes.changed.length,
    corrected: changes.corrected.length,
    unchanged: changes.unchanged,
    ended: ended.length,
    skipped: read.skipped,
    places,
    lost: await listLostCommunes(db),
  });
}

function isCutOff({ communes, skipped }: ReadRegister, known: number): boolean {
  return (
    communes.length === 0 || communes.length + skipped < known * leastShare
  );
}

const writtenAtOnce = 1000;

async function writeChanges(
  db: Db,
  asOf: string,
  { added, changed, corrected, ended }: RegisterChanges,
): Promise<void> {
  await endCommunes(db, asOf, [
    ...ended,
    ...changed.map(({ ars }) => ({ ars })),
  ]);
  for (const batch of batchesOf([...added, ...changed]))
    await addCommunes(db, asOf, batch);
  for (const batch of batchesOf(corrected)) await correctCommunes(db, batch);
}

function* batchesOf(communes: readonly Commune[]): Generator<Commune[]> {
  for (let start = 0; start < communes.length; start += writtenAtOnce)
    yield communes.slice(start, start + writtenAtOnce);
}
