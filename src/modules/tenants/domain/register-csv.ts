import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  problemOfCommune,
  type Commune,
  type RegisterReader,
  type Succession,
  type UnreadLine,
} from "./commune.ts";
import { cleanCell, readCells, readHead, type Head } from "./csv-lines.ts";

/** Names that tables of the register give their columns, folded. */
const names = {
  ars: ["ars", "regionalschlussel"],
  name: ["name", "gemeinde", "gemeindename"],
  kind: ["gemeindetyp", "textkennzeichen", "tk"],
  county: ["kreisname", "kreis name"],
  association: ["verbandname", "gemeindeverband", "verbandsname"],
  associationKind: ["verbandtyp", "verbandstyp"],
  postcode: ["plz verwaltungssitz", "plz"],
  area: ["flache ha", "flache"],
  population: ["einwohner", "bevolkerung"],
} as const;

type Column = keyof typeof names;

/** A table of the register with a head: what lists made from GV100 look like. Undefined where the head does not name ARS, name, kind and county. */
export function registerCsvReader(head: string): RegisterReader | undefined {
  const read = readHead(head);
  if (!read) return undefined;
  const columnOf = (column: Column) => read.columnOf(names[column]);
  const needed: readonly Column[] = ["ars", "name", "kind", "county"];
  if (needed.some((column) => columnOf(column) < 0)) return undefined;
  return {
    hasHead: true,
    asOf: () => undefined,
    read: (line) => readLine(line, { separator: read.separator, columnOf }),
  };
}

type Columns = {
  readonly separator: string;
  readonly columnOf: (column: Column) => number;
};

function readLine(
  line: string,
  { separator, columnOf }: Columns,
): Result<Commune, UnreadLine> {
  const cells = readCells(line, separator);
  if (!cells) return refuse({ kind: "quotes" });
  const cell = (column: Column) => cleanCell(cells[columnOf(column)]);
  const ars = cell("ars");
  if (!/^\d{12}$/.test(ars)) return refuse({ kind: "ars" });
  if (line.includes("\uFFFD")) return refuse({ kind: "not-utf-8", ars });
  const commune: Commune = {
    ars,
    name: cell("name"),
    kind: numberIn(cell("kind")),
    county: cell("county"),
    association: cell("association") || cell("name"),
    associationKind: optional(cell("associationKind"), numberIn),
    postcode: optional(cell("postcode"), (text) => text),
    areaHectares: optional(cell("area"), numberIn) ?? 0,
    population: optional(cell("population"), numberIn) ?? 0,
  };
  const problem = problemOfCommune(commune);
  return problem ? refuse({ kind: problem, ars }) : ok(commune);
}

function optional<Value>(
  text: string,
  read: (text: string) => Value,
): Value | undefined {
  return text === "" ? undefined : read(text);
}

/** `98.596` and `98596`; what is no number is NaN. */
function numberIn(text: string): number {
  const digits = text.replaceAll(/[. ]/g, "");
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

const successionNames = {
  from: ["ars alt", "ars vorher", "alter ars"],
  to: ["ars neu", "ars nachher", "neuer ars"],
} as const;

/** Reads a list of changes: which ARS became which. Undefined where the head does not name both; lines without two ARS are passed over. */
export function readSuccessions(
  lines: readonly string[],
): readonly Succession[] | undefined {
  const [first = "", ...others] = lines;
  const head: Head | undefined = readHead(first);
  if (!head) return undefined;
  const from = head.columnOf(successionNames.from);
  const to = head.columnOf(successionNames.to);
  if (from < 0 || to < 0) return undefined;
  return others.flatMap((line) => {
    const cells = readCells(line, head.separator) ?? [];
    const pair = { from: cleanCell(cells[from]), to: cleanCell(cells[to]) };
    const isPair = [pair.from, pair.to].every((ars) => /^\d{12}$/.test(ars));
    return isPair && pair.from !== pair.to ? [pair] : [];
  });
}
