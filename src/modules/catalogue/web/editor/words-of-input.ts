import type { Locale } from "../../../../platform/i18n/texts.ts";
import { furtherSituations } from "../../domain/editing/content-changes.ts";
import {
  isCodeGroup,
  isRowGroup,
  rowsOfText,
} from "../../domain/typed/typed-rows.ts";
import { editorTexts, isEditorKey } from "../../i18n/texts.ts";
import { isSituationInput } from "./editor-labels.ts";
import { codeWords } from "./figure-options.ts";

type Choice = { readonly value: string; readonly label: string };

/** In what words a comparison is told: the language, and what offices and topics of the portal are called. */
export type ComparedWords = {
  readonly locale: Locale;
  readonly offices: readonly Choice[];
  readonly situations: readonly Choice[];
};

/** What an input says, in words for somebody who compares: rows as lines, choices by their names. */
export function wordsOfInput(
  field: string,
  text: string,
  { locale, offices, situations }: ComparedWords,
): string {
  if (field === "amt") return namesOf(text, offices);
  if (field === furtherSituations || isSituationInput(field))
    return namesOf(text, situations);
  if (!isRowGroup(field)) return choiceWords(field, text, locale);
  return rowsOfText(field, text)
    .map((row) =>
      Object.entries(row)
        .filter(([, cell]) => cell !== "")
        .map(([column, cell]) =>
          isCodeGroup(field)
            ? codeWords(field, cell, locale)
            : cellWords(column, cell, locale),
        )
        .join(" · "),
    )
    .join("\n");
}

/** One in a line; what is gone by now keeps its key. */
function namesOf(text: string, choices: readonly Choice[]): string {
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  return text
    .split("\n")
    .map((value) => labels.get(value) ?? value)
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
