import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  readPlaceColumns,
  readPlaceLine,
  type PlaceColumns,
  type PlaceLine,
  type PlaceProblem,
} from "../domain/place-lines.ts";
import {
  addPlaces,
  beginPlaceSet,
  countPostcodes,
  endPlaceSet,
  linkPlaces,
} from "../store/place-store.ts";

export type PlaceImport = {
  readonly places: number;
  /** Places that were there before and are not in the new set. */
  readonly removed: number;
  /** Places that had more postcodes before: whoever types one that is gone finds them no more. */
  readonly narrowed: number;
  readonly skipped: number;
};

export type PlaceImportRefusal =
  | { readonly kind: "not-permitted" }
  /** The first line does not name the columns. */
  | { readonly kind: "no-columns" }
  /** Not one line could be used: the old set stays. */
  | { readonly kind: "no-places" };

/** Told while the import runs. */
export type PlaceImportProgress = {
  readonly skipped: (line: number, problem: PlaceProblem) => void;
  /** After each thousand lines. */
  readonly read: (lines: number) => void;
};

const batchLines = 1000;

/**
 * Reads a list of communes line by line (the first names the columns) and puts it in the place of the one before, all in one transaction.
 * Several lines of one commune are one place with all their postcodes. Lines that cannot be used are told and skipped. The same set again
 * changes nothing. Only for the operator's commands (system).
 */
export async function importPlaces(
  context: Context,
  {
    version,
    lines,
  }: { readonly version: string; readonly lines: AsyncIterable<string> },
  progress: PlaceImportProgress,
): Promise<Result<PlaceImport, PlaceImportRefusal>> {
  if (context.actor.kind !== "system") return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const before = await countPostcodes(db);
    const writer = placeWriter(db, version);
    let columns: PlaceColumns | undefined;
    let number = 0;
    let skipped = 0;
    for await (const line of lines) {
      number += 1;
      if (!columns) {
        columns = readPlaceColumns(line);
        if (!columns) break;
        continue;
      }
      if (line.trim() === "") continue;
      const read = readPlaceLine(line, columns);
      if (read.ok) await writer.take(read.value);
      else {
        skipped += 1;
        progress.skipped(number, read.refusal.kind);
      }
      if (number % batchLines === 0) progress.read(number);
    }
    const places = await writer.finish();
    if (!columns) return refuse({ kind: "no-columns" as const });
    if (places === 0) return refuse({ kind: "no-places" as const });
    const removed = await endPlaceSet(db);
    await linkPlaces(db);
    const narrowed = countNarrowed(before, await countPostcodes(db));
    return ok({ places, removed, narrowed, skipped });
  });
}

function countNarrowed(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number {
  return [...after].filter(([ars, count]) => count < (before.get(ars) ?? 0))
    .length;
}

/** Collects places and writes them in batches, so that a list of any length takes little memory. */
function placeWriter(db: Db, version: string) {
  const all = new Set<string>();
  const waiting = new Map<string, PlaceLine>();
  const state = { hasBegun: false };
  const write = async () => {
    // Before there is a first place, nothing of the old set is touched.
    if (waiting.size > 0 && !state.hasBegun) await beginPlaceSet(db);
    state.hasBegun ||= waiting.size > 0;
    await addPlaces(db, version, [...waiting.values()]);
    waiting.clear();
  };
  return {
    take: async (line: PlaceLine): Promise<void> => {
      all.add(line.ars);
      const before = waiting.get(line.ars)?.postcodes ?? [];
      const postcodes = [...new Set([...before, ...line.postcodes])];
      waiting.set(line.ars, { ...line, postcodes });
      if (waiting.size >= batchLines) await write();
    },
    finish: async () => {
      await write();
      return all.size;
    },
  };
}
