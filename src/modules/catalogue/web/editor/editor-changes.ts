import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { table } from "../../../../ui/table.ts";
import type { ContentChange } from "../../domain/editing/content-changes.ts";
import {
  compareLines,
  type ComparedLine,
} from "../../domain/editing/line-changes.ts";
import { editorTexts } from "../../i18n/texts.ts";
import { fieldLabel } from "./editor-labels.ts";
import { wordsOfInput, type ComparedWords } from "./words-of-input.ts";

/** What differs between two contents, old and new side by side, marked line by line. */
export function changesOfContent(
  caption: string,
  changes: readonly ContentChange[],
  words: ComparedWords,
): SafeHtml {
  const { locale } = words;
  const t = editorTexts(locale);
  return table({
    caption,
    columns: [
      { label: t("changes.field") },
      { label: t("changes.before") },
      { label: t("changes.after") },
    ],
    rows: changes.map(({ field, before, after }) => {
      const lines = compareLines(
        wordsOfInput(field, before, words),
        wordsOfInput(field, after, words),
      );
      return {
        cells: [
          fieldLabel(field, locale),
          linesOf(lines.before, "del", locale),
          linesOf(lines.after, "ins", locale),
        ],
      };
    }),
  });
}

function linesOf(
  lines: readonly ComparedLine[],
  mark: "del" | "ins",
  locale: Locale,
): HtmlValue {
  if (lines.length === 0)
    return html`<span class="portal-muted"
      >${editorTexts(locale)("changes.empty")}</span
    >`;
  return lines.map(({ text, isOnlyHere }) => {
    if (!isOnlyHere) return html`<div>${text}</div>`;
    return mark === "del"
      ? html`<div><del>${text}</del></div>`
      : html`<div><ins>${text}</ins></div>`;
  });
}
