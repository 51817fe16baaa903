import type { Locale } from "../../../platform/i18n/texts.ts";
import { isRowGroup, rowsOfText } from "../domain/typed-rows.ts";
import { editorTexts, isEditorKey } from "../i18n/texts.ts";

/** What an input says, in words for somebody who compares: rows as lines, choices by their names. */
export function wordsOfInput(
  field: string,
  text: string,
  locale: Locale,
): string {
  if (!isRowGroup(field)) return choiceWords(field, text, locale);
  return rowsOfText(field, text)
    .map((row) =>
      Object.entries(row)
        .filter(([, cell]) => cell !== "")
        .map(([column, cell]) => cellWords(column, cell, locale))
        .join(" · "),
    )
    .join("\n");
}

function choiceWords(field: string, text: string, locale: Locale): string {
  const key = `option.${field}.${text}`;
  return isEditorKey(key) ? editorTexts(locale)(key) : text;
}

function cellWords(column: string, cell: string, locale: Locale): string {
  if (column === "inAdvance") return editorTexts(locale)("label.inAdvance");
  if (column === "amount" && /\d$/.test(cell)) return `${cell} €`;
  return choiceWords(column, cell, locale);
}
