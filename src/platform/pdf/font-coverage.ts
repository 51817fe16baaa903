/** Answers whether a font has a glyph for a code point. */
export type FontCoverage = (codePoint: number) => boolean;

/**
 * Reads the character map (`cmap`, formats 4 and 12) of an OpenType font.
 * @see OpenType specification, "cmap"
 */
export function readCoverage(font: Buffer): FontCoverage {
  const cmap = font.subarray(tableOffset(font, "cmap"));
  const covered = new Set<number>();
  for (let entry = 4; entry < 4 + cmap.readUInt16BE(2) * 8; entry += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (table.readUInt16BE(0) === 4) addSegments(table, covered);
    if (table.readUInt16BE(0) === 12) addGroups(table, covered);
  }
  return (codePoint) => covered.has(codePoint);
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString("latin1", entry, entry + 4) === tag)
      return font.readUInt32BE(entry + 8);
  }
  throw new RangeError(`the font has no table ${tag}`);
}

/** Format 4: parallel arrays of end, start, delta and range offset, two bytes a number. */
function addSegments(table: Buffer, covered: Set<number>): void {
  const arrayBytes = table.readUInt16BE(6);
  for (let at = 14; at < 14 + arrayBytes; at += 2) {
    const end = table.readUInt16BE(at);
    const start = table.readUInt16BE(at + 2 + arrayBytes);
    const delta = table.readUInt16BE(at + 2 + 2 * arrayBytes);
    const rangeAt = at + 2 + 3 * arrayBytes;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const mapped =
        range === 0
          ? code
          : table.readUInt16BE(rangeAt + range + 2 * (code - start));
      const glyph = range !== 0 && mapped === 0 ? 0 : (mapped + delta) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of first and last code point and first glyph, four bytes a number. */
function addGroups(table: Buffer, covered: Set<number>): void {
  const count = table.readUInt32BE(12);
  for (let group = 16; group < 16 + count * 12; group += 12) {
    const last = table.readUInt32BE(group + 4);
    for (let code = table.readUInt32BE(group); code <= last; code++)
      covered.add(code);
  }
}
