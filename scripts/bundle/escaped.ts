import type { Segment } from "./places.ts";

/**
 * A script with nothing but ASCII: one letter beyond Latin-1 doubles what the whole text takes in memory, seven megabytes. esbuild escapes strings, but no
 * regular expressions and tagged templates, where an escape says the same to all but `String.raw`.
 */
export function escaped(script: string): string {
  return script.replaceAll(/\\[^]|[^\0-\x7f]/g, (found) => {
    const sign = found.startsWith("\\") ? found.slice(1) : found;
    if (sign <= "\x7f") return found;
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Where these segments of a script begin once it is escaped. */
export function* escapedColumns(
  segments: Iterable<Segment>,
  script: string,
): Generator<Segment> {
  const lines = script.split("\n");
  const isEscaped = lines.map((line) => /[^\0-\x7f]/.test(line));
  for (const segment of segments) {
    const { line, column } = segment;
    yield isEscaped[line]
      ? {
          ...segment,
          column: escaped(lines[line]?.slice(0, column) ?? "").length,
        }
      : segment;
  }
}
