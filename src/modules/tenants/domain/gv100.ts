import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  problemOfCommune,
  type Commune,
  type RegisterReader,
  type RegisterProblem,
  type UnreadLine,
} from "./commune.ts";

// Satzarten of GV100AD: 10 Land, 20 Regierungsbezirk, 30 Region, 40 Kreis, 50 Gemeindeverband, 60 Gemeinde. Each names what the records
// below it lie in, so that they come first.
const recordStart = /^([1-6]0)(\d{8})\d{2}/;

/** First and last column of a field, counted from 1 as in the description of the format. */
const columns = {
  record: [1, 2],
  day: [3, 10],
  land: [11, 12],
  county: [11, 15],
  commune: [16, 18],
  association: [19, 22],
  name: [23, 72],
  kind: [123, 124],
  area: [129, 139],
  population: [140, 150],
  postcode: [166, 170],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export function isGv100Line(line: string): boolean {
  return recordStart.test(line);
}

/** The places above, as they have been read so far. */
type Above = {
  readonly counties: Map<string, string>;
  readonly associations: Map<string, { name: string; kind: number }>;
};

/**
 * Reads GV100AD, the official register of communes in lines of fixed columns.
 * @see Statistisches Bundesamt, Gemeindeverzeichnis, Datensatzbeschreibung GV100AD
 */
export function gv100Reader(): RegisterReader {
  const above: Above = { counties: new Map(), associations: new Map() };
  const state: { day: string | undefined } = { day: undefined };
  return {
    hasHead: false,
    asOf: () => state.day,
    read: (line) => {
      const ars = arsOf(line);
      const fail = (kind: RegisterProblem) => refuse({ kind, ars });
      if (line.includes("\uFFFD")) return fail("not-utf-8");
      if (!isGv100Line(line)) return fail("record");
      const day = dayOf(line);
      if (day === undefined || (state.day ?? day) !== day) return fail("day");
      state.day = day;
      return readRecord(line, above);
    },
  };
}

function readRecord(
  line: string,
  above: Above,
): Result<Commune | undefined, UnreadLine> {
  const name = field(line, "name");
  const county = field(line, "county");
  switch (field(line, "record")) {
    case "40":
      above.counties.set(county, name);
      return ok(undefined);
    case "50":
      above.associations.set(`${county}${field(line, "association")}`, {
        name,
        kind: Number(field(line, "kind")),
      });
      return ok(undefined);
    case "60":
      return readCommune(line, above);
    default:
      return ok(undefined);
  }
}

function readCommune(line: string, above: Above): Result<Commune, UnreadLine> {
  const ars = arsOf(line);
  if (ars === undefined) return refuse({ kind: "ars" });
  // A line that was cut off has lost its number of inhabitants.
  if (line.length < columns.population[1])
    return refuse({ kind: "short", ars });
  const association = above.associations.get(ars.slice(0, 9));
  const postcode = field(line, "postcode");
  const commune: Commune = {
    ars,
    name: field(line, "name"),
    kind: Number(field(line, "kind")),
    county: above.counties.get(ars.slice(0, 5)) ?? "",
    association: association?.name ?? field(line, "name"),
    associationKind: association?.kind,
    postcode: postcode === "" ? undefined : postcode,
    areaHectares: count(line, "area"),
    population: count(line, "population"),
  };
  const problem = problemOfCommune(commune);
  return problem ? refuse({ kind: problem, ars }) : ok(commune);
}

/** 12 digits of a record of a commune; undefined for others, and where they cannot be read. */
function arsOf(line: string): string | undefined {
  if (field(line, "record") !== "60") return undefined;
  const ars = `${field(line, "county")}${field(line, "association")}${field(line, "commune")}`;
  return /^\d{12}$/.test(ars) ? ars : undefined;
}

function dayOf(line: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(field(line, "day")) ?? [];
  const written = `${year ?? ""}-${month ?? ""}-${day ?? ""}`;
  const read = new Date(`${written}T00:00:00Z`);
  const isDay =
    !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written);
  return isDay ? written : undefined;
}

function field(line: string, name: keyof typeof columns): string {
  const [first, last] = columns[name];
  return line
    .slice(first - 1, last)
    .trim()
    .normalize("NFC");
}

/** NaN for what is no number. */
function count(line: string, name: keyof typeof columns): number {
  const digits = field(line, name);
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
