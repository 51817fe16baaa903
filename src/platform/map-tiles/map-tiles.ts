import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** One picture of a map: zoom level, column, row. @see https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
export type TileAddress = {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
};

/** Where pictures of maps come from. */
export type MapTiles = {
  /** Whom to name at the map; empty when nobody has to be named. */
  attribution(): Promise<string>;
  /** A PNG; undefined where there is none. */
  read(tile: TileAddress): Promise<Buffer | undefined>;
};

/** Pictures in a folder as `{zoom}/{column}/{row}.png`, with an `attribution.txt` beside them. */
export function directoryMapTiles(folder: string): MapTiles {
  return {
    attribution: async () =>
      (await readIfThere(join(folder, "attribution.txt")))
        ?.toString("utf8")
        .trim() ?? "",
    read: ({ zoom, column, row }) =>
      readIfThere(
        join(folder, String(zoom), String(column), `${String(row)}.png`),
      ),
  };
}

const maxZoom = 20;

/** The address of a picture that can exist; undefined for any other text. */
export function parseTileAddress(
  zoom: string,
  column: string,
  row: string,
): TileAddress | undefined {
  if (![zoom, column, row].every((part) => /^\d{1,7}$/.test(part)))
    return undefined;
  const tile = { zoom: Number(zoom), column: Number(column), row: Number(row) };
  const side = 2 ** tile.zoom;
  return tile.zoom <= maxZoom && tile.column < side && tile.row < side
    ? tile
    : undefined;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
