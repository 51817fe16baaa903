import type { FontCoverage } from "./font-coverage.ts";

/** Stands for a character the font does not have; every font of ours has it. */
export const REPLACEMENT = "\ufffd";

const segmenter = new Intl.Segmenter("de", { granularity: "grapheme" });
/** What a PDF/A may not contain as text, whatever the font says; lines may break. */
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/u;

/**
 * The text as the font can show it: NFC, line ends as `\n`, and what the font lacks (whole characters with their accents,
 * joiners and variants) replaced by one mark each. PDF/A and PDF/UA refuse a document with a missing glyph.
 */
export function displayable(text: string, covers: FontCoverage): string {
  const composed = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replaceAll("\t", " ");
  let shown = "";
  for (const { segment } of segmenter.segment(composed)) {
    shown +=
      segment === "\n" || isShown(segment, covers) ? segment : REPLACEMENT;
  }
  return shown;
}

function isShown(character: string, covers: FontCoverage): boolean {
  if (FORBIDDEN.test(character)) return false;
  return Array.from(character).every((char) =>
    covers(char.codePointAt(0) ?? 0),
  );
}

/** `displayable` for every text inside a JSON value; keys stay as they are. */
export function displayableJson(value: unknown, covers: FontCoverage): unknown {
  if (typeof value === "string") return displayable(value, covers);
  if (Array.isArray(value))
    return value.map((item) => displayableJson(item, covers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      displayableJson(item, covers),
    ]),
  );
}
