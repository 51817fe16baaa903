import type { Locale } from "../../../platform/i18n/texts.ts";
import { formsTexts } from "../i18n/texts.ts";
import { summarise, type Summarised } from "./summarise.ts";

/**
 * Answers as a table for people: what was asked, with the headings around it, and what was answered; one row per value, nothing that is
 * hidden or blank. Begins with a byte order mark, so that spreadsheets read the umlauts. No cell can become a formula. @see RFC 4180
 */
export function toCsv(form: Summarised, locale: Locale): string {
  const t = formsTexts(locale);
  const rows = [[t("csv.question"), t("csv.answer")], ...rowsOf(form, locale)];
  const lines = rows.map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function rowsOf(form: Summarised, locale: Locale): string[][] {
  const separator = formsTexts(locale)("diff.place-separator");
  const headings: string[] = [];
  return summarise(form, locale).flatMap(({ heading, level, entries }) => {
    headings.splice(level - 1, Infinity, heading);
    return entries.flatMap(({ label, values }) =>
      values.map((value) => [[...headings, label].join(separator), value]),
    );
  });
}

/** What a spreadsheet would calculate, or hand to another program. A signed number or a telephone number is none. */
const formula = /^[=+\-@\t\r＝＋－＠](?!\d[\d .,/-]*$)/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
