/**
 * Answers as a table for spreadsheets: one line for each value, `field;place;value`. The place counts repetitions from 1, outermost first
 * (`2.1`: the first value in the second group). UTF-8 with byte order mark, because Excel takes anything else for Windows-1252.
 * @see RFC 4180, with the semicolon that German spreadsheets expect
 */
export function answersCsv(answersJson: string): string {
  const lines = [["field", "place", "value"]];
  collect(JSON.parse(answersJson) as unknown, { field: "", place: [] }, lines);
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`;
}

type Place = { readonly field: string; readonly place: readonly number[] };

function collect(value: unknown, at: Place, lines: string[][]): void {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      collect(one, { ...at, place: [...at.place, index + 1] }, lines);
    return;
  }
  if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value))
      collect(
        one,
        { ...at, field: at.field ? `${at.field}/${key}` : key },
        lines,
      );
    return;
  }
  const text =
    typeof value === "string"
      ? value
      : value === null
        ? ""
        : JSON.stringify(value);
  lines.push([at.field, at.place.join("."), text]);
}

/** A value that begins like a formula is kept from being one. @see OWASP CSV Injection */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
