/**
 * Groups of the form that repeat, and the columns of their rows. A group is one text, a line for each row with `|` between the cells: so drafts,
 * versions and two people's changes treat it as they treat every other text.
 */
export const rowColumns = {
  fees: ["amount", "for-de", "for-en", "inAdvance"],
  deadlines: ["period", "for-de", "for-en"],
  onlineServices: [
    "name-de",
    "url",
    "name-en",
    "assuranceLevel",
    "onlineMaturity",
  ],
  forms: ["name-de", "url", "name-en"],
  signLanguageVideos: ["name-de", "url", "name-en"],
  typing: ["type"],
  sdgAreas: ["area"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RowGroup = keyof typeof rowColumns;

/** What was typed into the inputs of a row, by its columns. */
export type TypedRow = Readonly<Record<string, string>>;

export function isRowGroup(name: string): name is RowGroup {
  return Object.hasOwn(rowColumns, name);
}

/** An input of a row; the first row has the number 0 here and 1 in the name. */
export type PlaceOfInput = {
  readonly group: RowGroup;
  readonly index: number;
  readonly column: string;
};

/** Rows of which each is one code of an official list. */
export type CodeGroup = "typing" | "sdgAreas";

export function isCodeGroup(group: RowGroup): group is CodeGroup {
  return group === "typing" || group === "sdgAreas";
}

/** Name of an input, such as `fees-1-amount`. */
export function rowInput({ group, index, column }: PlaceOfInput): string {
  return `${group}-${String(index + 1)}-${column}`;
}

/** Undefined for an input that is in no row. */
export function placeOfInput(name: string): PlaceOfInput | undefined {
  const [, group = "", number = "", column = ""] =
    /^([a-zA-Z]+)-([1-9]\d{0,2})-([a-zA-Z-]+)$/.exec(name) ?? [];
  return isRowGroup(group)
    ? { group, index: Number(number) - 1, column }
    : undefined;
}

/** Empty rows are left out. */
export function textOfRows(group: RowGroup, rows: readonly TypedRow[]): string {
  return rows
    .map((row) => lineOf(rowColumns[group].map((column) => row[column] ?? "")))
    .filter((line) => line !== "")
    .join("\n");
}

function lineOf(cells: readonly string[]): string {
  const filled = cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim());
  const last = filled.findLastIndex((cell) => cell !== "");
  return filled
    .slice(0, last + 1)
    .map((cell) => cell.replaceAll(/[\\|]/g, "\\$&"))
    .join(" | ");
}

/** Codes may also stand in one line, between commas. */
const betweenCommas = /[\n,;]/;

export function rowsOfText(group: RowGroup, text: string): TypedRow[] {
  return text
    .split(isCodeGroup(group) ? betweenCommas : "\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const cells = cellsOf(line);
      return Object.fromEntries(
        rowColumns[group].map((column, at) => [column, cells[at] ?? ""]),
      );
    });
}

function cellsOf(line: string): string[] {
  const pieces = line.match(/(?:\\[\\|]|[^|])+|\|/g) ?? [];
  const cells = [""];
  for (const piece of pieces)
    if (piece === "|") cells.push("");
    else cells[cells.length - 1] = piece;
  return cells.map((cell) => cell.trim().replaceAll(/\\([\\|])/g, "$1"));
}
