import { foldText } from "../../../platform/values/fold-text.ts";

/** What the first line of a list says: how cells are separated, and in which column something is, by names of it, folded; -1 for nowhere. */
export type Head = {
  readonly separator: string;
  readonly columnOf: (names: readonly string[]) => number;
};

/** Undefined where the line has no separator. */
export function readHead(line: string): Head | undefined {
  const head = line.replace(/^\uFEFF/, "");
  const separator = [";", "\t", ","].find((each) => head.includes(each));
  if (separator === undefined) return undefined;
  const titles = (readCells(head, separator) ?? []).map(foldText);
  return {
    separator,
    columnOf: (names) => titles.findIndex((title) => names.includes(title)),
  };
}

/** A cell as it is stored: without what only shows. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? "").replaceAll(/\s+/g, " ").trim().normalize("NFC");
}

const longestName = 100;

export function isName(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= longestName;
}

/** Cells of a line; one in quotes may have separators in it. Undefined where a quote is not closed. @see RFC 4180 */
export function readCells(
  line: string,
  separator: string,
): string[] | undefined {
  const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line);
  if (!quoted && line.trimStart().startsWith('"')) return undefined;
  const end = line.indexOf(separator, quoted?.[0].length);
  const first =
    quoted?.[1]?.replaceAll('""', '"') ??
    line.slice(0, end < 0 ? undefined : end);
  if (end < 0) return [first];
  const others = readCells(line.slice(end + separator.length), separator);
  return others && [first, ...others];
}
