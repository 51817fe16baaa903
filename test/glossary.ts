import { readText, wordsOf } from "./source-text.ts";

export type Glossary = {
  /** Forbidden names as words joined by `-`, with the name to use instead. */
  readonly forbidden: ReadonlyMap<string, string>;
  /** German words that may stand in identifiers. */
  readonly germanWords: ReadonlySet<string>;
};

/** Reads docs/glossary.md. Throws when a row does not have the columns that the first row names. */
export function readGlossary(): Glossary {
  const [terms = [], standards = []] = readTables(readText("docs/glossary.md"));
  const forbidden = terms.flatMap(([, , code = "", , synonyms = ""]) =>
    codeWords(synonyms).map(
      (synonym) => [synonym, codeWords(code).join(", ")] as const,
    ),
  );
  const german = [
    ...terms.flatMap(([, , code = ""]) => codeWords(code)),
    ...standards.flatMap(([, words = ""]) => codeWords(words)),
  ];
  return {
    forbidden: new Map(forbidden),
    germanWords: new Set(german.flatMap(wordsOf)),
  };
}

/** Tables of a Markdown text as rows of cells, without their heads. */
function readTables(markdown: string): readonly string[][][] {
  return [...markdown.matchAll(/(?:^\|.*\|\n)+/gmu)].map(([table]) => {
    const rows = table
      .trim()
      .split("\n")
      .map((row) => row.split("|").slice(1, -1));
    const width = rows[0]?.length;
    if (rows.some((row) => row.length !== width))
      throw new Error(
        `glossary: a row of this table has too many or too few cells:\n${table}`,
      );
    return rows.slice(2);
  });
}

/** What stands in backticks in a cell. */
function codeWords(cell: string): readonly string[] {
  return [...cell.matchAll(/`(?<code>[^`]+)`/gu)].map(
    (match) => match.groups?.["code"] ?? "",
  );
}
