import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { cleanCell, isName, readCells, readHead } from "./csv-lines.ts";
import type { StreetLine, StreetProblem } from "./street.ts";

/** Which column has what. */
export type StreetColumns = {
  readonly separator: string;
  readonly street: number;
  readonly town: number;
  readonly ars: number;
  readonly postcode: number;
};

/** Names that lists of streets give their columns, folded. */
const names = {
  street: ["strasse", "strassenname", "street"],
  town: ["ort", "ortsname", "gemeinde", "town"],
  ars: ["ars", "regionalschlussel", "gemeindeschlussel"],
  postcode: ["plz", "postleitzahl", "postcode"],
} as const;

/** The columns by the first line; undefined where it does not name street, town, and ARS or postcode. */
export function readStreetColumns(line: string): StreetColumns | undefined {
  const head = readHead(line);
  if (!head) return undefined;
  const { separator, columnOf } = head;
  const columns = {
    separator,
    street: columnOf(names.street),
    town: columnOf(names.town),
    ars: columnOf(names.ars),
    postcode: columnOf(names.postcode),
  };
  const hasAll =
    columns.street >= 0 &&
    columns.town >= 0 &&
    (columns.ars >= 0 || columns.postcode >= 0);
  return hasAll ? columns : undefined;
}

/** One line of the list, or why it cannot be used. */
export function readStreetLine(
  line: string,
  columns: StreetColumns,
): Result<StreetLine, { readonly kind: StreetProblem }> {
  // What a byte becomes that is no UTF-8.
  if (line.includes("\uFFFD")) return refuse({ kind: "not-utf-8" });
  const cells = readCells(line, columns.separator);
  if (!cells) return refuse({ kind: "quotes" });
  const cell = (column: number) => cleanCell(cells[column]);
  const street = {
    name: cell(columns.street),
    town: cell(columns.town),
    ars: cell(columns.ars),
    postcode: cell(columns.postcode),
  };
  const problem = problemOf(street);
  if (problem) return refuse({ kind: problem });
  return ok({
    name: street.name,
    town: street.town,
    ars: street.ars === "" ? undefined : street.ars,
    postcodes: street.postcode === "" ? [] : [street.postcode],
  });
}

function problemOf({
  name,
  town,
  ars,
  postcode,
}: Record<"name" | "town" | "ars" | "postcode", string>):
  | StreetProblem
  | undefined {
  if (!isName(name)) return "street";
  if (!isName(town)) return "town";
  if (ars !== "" && !/^\d{12}$/.test(ars)) return "ars";
  if (postcode !== "" && !/^\d{5}$/.test(postcode)) return "postcode";
  return ars === "" && postcode === "" ? "no-commune" : undefined;
}
