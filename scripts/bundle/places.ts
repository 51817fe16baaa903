/** Segment of a source map: columns and lines count from 0. */
export type Segment = {
  readonly line: number;
  readonly column: number;
  readonly source: number;
  readonly sourceLine: number;
};

const digits =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The segments of a source map (ECMA-426) that tell a source, in the order of the generated text. */
export function* segmentsOf(mappings: string): Generator<Segment> {
  let [source, sourceLine] = [0, 0];
  for (const [line, group] of mappings.split(";").entries()) {
    let column = 0;
    for (const segment of group === "" ? [] : group.split(",")) {
      const [columns = 0, sources, lines = 0] = numbersOf(segment);
      column += columns;
      if (sources === undefined) continue;
      source += sources;
      sourceLine += lines;
      yield { line, column, source, sourceLine };
    }
  }
}

/** Base64 VLQ: five bits a digit, the sixth says that more follow, the lowest of all is the sign. */
function numbersOf(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/**
 * Which line of which source each part of a file stems from, as `bin/bundle/source-places.mjs` reads it: line and column where a part begins, its source
 * and the line there. Parts of one line in succession are one.
 */
export function placesOf(segments: Iterable<Segment>): Uint32Array {
  const places: number[] = [];
  let last: Segment | undefined;
  for (const segment of segments) {
    if (
      last?.source === segment.source &&
      last.sourceLine === segment.sourceLine
    )
      continue;
    places.push(
      segment.line,
      segment.column,
      segment.source,
      segment.sourceLine,
    );
    last = segment;
  }
  return Uint32Array.from(places);
}
