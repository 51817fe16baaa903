import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import type { Street, StreetLine, StreetProblem } from "../domain/street.ts";
import {
  readStreetColumns,
  readStreetLine,
  type StreetColumns,
} from "../domain/street-lines.ts";
import { listPlacesByPostcode } from "../store/place-search.ts";
import { addStreets, deleteStreets } from "../store/street-store.ts";

export type StreetImport = {
  readonly streets: number;
  readonly communes: number;
  readonly skipped: number;
};

export type StreetImportRefusal =
  | { readonly kind: "not-permitted" }
  /** The first line does not name the columns. */
  | { readonly kind: "no-columns" };

/** Told while the import runs. */
export type StreetImportProgress = {
  readonly skipped: (line: number, problem: StreetProblem) => void;
  /** After each thousand lines. */
  readonly read: (lines: number) => void;
};

const batchLines = 1000;

/**
 * Reads a list of streets line by line (the first names the columns) and replaces those of each commune that occurs in it, all in one
 * transaction: nobody sees half a commune, and a fault changes nothing. Lines that cannot be used are told and skipped. Only for the
 * operator's commands (system).
 */
export async function importStreets(
  context: Context,
  lines: AsyncIterable<string>,
  progress: StreetImportProgress,
): Promise<Result<StreetImport, StreetImportRefusal>> {
  if (context.actor.kind !== "system") return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const writer = streetWriter(db);
    let columns: StreetColumns | undefined;
    let number = 0;
    let skipped = 0;
    for await (const line of lines) {
      number += 1;
      if (!columns) {
        columns = readStreetColumns(line);
        if (!columns) return refuse({ kind: "no-columns" });
        continue;
      }
      if (line.trim() === "") continue;
      const read = readStreetLine(line, columns);
      const problem = read.ok
        ? await writer.take(read.value)
        : read.refusal.kind;
      if (problem) {
        skipped += 1;
        progress.skipped(number, problem);
      }
      if (number % batchLines === 0) progress.read(number);
    }
    if (!columns) return refuse({ kind: "no-columns" });
    return ok({ ...(await writer.finish()), skipped });
  });
}

/** Collects streets and writes them in batches, so that a list of any length takes little memory. */
function streetWriter(db: Db) {
  const communes = new Set<string>();
  const known = new Map<string, string | undefined>();
  const waiting = new Map<string, Street>();
  const state = { streets: 0 };
  const write = async () => {
    await addStreets(db, [...waiting.values()]);
    waiting.clear();
  };
  return {
    take: async (line: StreetLine): Promise<StreetProblem | undefined> => {
      const ars = line.ars ?? (await findCommune(db, known, line));
      if (ars === undefined) return "unknown-commune";
      if (!communes.has(ars)) await deleteStreets(db, ars);
      communes.add(ars);
      const key = [ars, line.town, line.name].join("\n");
      const before = waiting.get(key)?.postcodes ?? [];
      const postcodes = [...new Set([...before, ...line.postcodes])];
      waiting.set(key, { ...line, ars, postcodes });
      state.streets += 1;
      if (waiting.size >= batchLines) await write();
      return undefined;
    },
    finish: async () => {
      await write();
      return { streets: state.streets, communes: communes.size };
    },
  };
}

/** The commune by postcode and town; lists name the same ones again and again. */
async function findCommune(
  db: Db,
  known: Map<string, string | undefined>,
  { postcodes: [postcode = ""], town }: StreetLine,
): Promise<string | undefined> {
  const key = `${postcode} ${town}`;
  if (known.has(key)) return known.get(key);
  const places = await listPlacesByPostcode(db, postcode);
  const found = places.find(({ name }) => foldText(name) === foldText(town));
  known.set(key, found?.ars);
  return found?.ars;
}
