import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { cleanCell, isName, readCells, readHead } from "./csv-lines.ts";
import { commonName, type Place } from "./place.ts";

/** What one line of a list of places says. */
export type PlaceLine = Place & {
  /** 0 where the list does not know. */
  readonly population: number;
  /** Degrees in WGS 84; both or none. */
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
};

/** Why a line is skipped. */
export type PlaceProblem =
  | "not-utf-8"
  | "quotes"
  | "ars"
  | "postcode"
  | "town"
  | "population"
  | "coordinates";

/** Which column has what; -1 for none. */
export type PlaceColumns = Readonly<Record<keyof typeof names, number>> & {
  readonly separator: string;
};

/** Names that lists of communes give their columns, folded. */
const names = {
  ars: ["ars", "regionalschlussel"],
  town: ["ort", "ortsname", "gemeinde", "name", "town"],
  // The official list of communes gives the postcode of the seat of the administration.
  postcode: [
    "plz",
    "postleitzahl",
    "postleitzahlen",
    "postcode",
    "plz verwaltungssitz",
  ],
  population: ["einwohner", "bevolkerung", "population"],
  latitude: ["breite", "lat", "latitude"],
  longitude: ["lange", "laenge", "lon", "longitude"],
} as const;

/** The columns by the first line; undefined where it does not name ARS, town and postcode. */
export function readPlaceColumns(line: string): PlaceColumns | undefined {
  const head = readHead(line);
  if (!head) return undefined;
  const { separator, columnOf } = head;
  const columns = {
    separator,
    ars: columnOf(names.ars),
    town: columnOf(names.town),
    postcode: columnOf(names.postcode),
    population: columnOf(names.population),
    latitude: columnOf(names.latitude),
    longitude: columnOf(names.longitude),
  };
  const isThere = [columns.ars, columns.town, columns.postcode];
  return isThere.every((column) => column >= 0) ? columns : undefined;
}

/** One line of the list, or why it cannot be used. */
export function readPlaceLine(
  line: string,
  columns: PlaceColumns,
): Result<PlaceLine, { readonly kind: PlaceProblem }> {
  // What a byte becomes that is no UTF-8.
  if (line.includes("\uFFFD")) return refuse({ kind: "not-utf-8" });
  const cells = readCells(line, columns.separator);
  if (!cells) return refuse({ kind: "quotes" });
  const cell = (name: keyof typeof names) => cleanCell(cells[columns[name]]);
  const place = {
    ars: cell("ars"),
    name: commonName(cell("town")),
    postcodes: cell("postcode")
      .split(/[\s,|/]+/)
      .filter((each) => each !== ""),
    population: readCount(cell("population")),
    latitude: readDegrees(cell("latitude")),
    longitude: readDegrees(cell("longitude")),
  };
  const problem = problemOf(place);
  return problem ? refuse({ kind: problem }) : ok(place);
}

/** `98.596` and `98596`; what is no number is NaN. */
function readCount(text: string): number {
  return text === "" ? 0 : Number(text.replaceAll(/[. ]/g, ""));
}

/** With comma or point; undefined for none, NaN for what is no number. */
function readDegrees(text: string): number | undefined {
  return text === "" ? undefined : Number(text.replace(",", "."));
}

function problemOf({
  ars,
  name,
  postcodes,
  population,
  ...place
}: PlaceLine): PlaceProblem | undefined {
  if (!/^\d{12}$/.test(ars)) return "ars";
  if (!isName(name)) return "town";
  if (postcodes.length === 0) return "postcode";
  if (!postcodes.every((each) => /^\d{5}$/.test(each))) return "postcode";
  if (!Number.isSafeInteger(population) || population < 0 || population > 1e8)
    return "population";
  return areCoordinates(place) ? undefined : "coordinates";
}

function areCoordinates({
  latitude,
  longitude,
}: Pick<PlaceLine, "latitude" | "longitude">): boolean {
  if (latitude === undefined || longitude === undefined)
    return latitude === longitude;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
