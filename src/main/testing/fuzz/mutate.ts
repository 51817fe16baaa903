/** What has broken parsers elsewhere, as bytes: ends, lengths, escapes, other encodings, numbers at their limits. */
const tokens: readonly Buffer[] = [
  ...Array.from("<>&\"'=;:,.%\\/{}[]()+-*?#@!|~^`$\0\r\n\t "),
  ...["\r\n", "\r\n\r\n", "--", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>"],
  ...[
    "&#0;",
    "&#x110000;",
    "&lt;",
    "&amp;amp;",
    "%00",
    "%zz",
    "%c0%af",
    "\\u0000",
  ],
  ...["<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", 'xmlns=""', "xml:base='x'"],
  ...[
    "../",
    "..\\",
    "/etc/passwd",
    "C:\\",
    "CON",
    ".",
    "..",
    "\u202e",
    "\ufeff",
  ],
  ...["__proto__", "constructor", "null", "NaN", "-1", "1e999", "4294967296"],
  ...[
    "eyJhbGciOiJub25lIn0",
    ".",
    "e30",
    "AAAA",
    "====",
    "boundary=",
    "filename*=UTF-8''",
  ],
  ...["é", "ß", "\u0301", "😀", "\ud800", "\uffff", "K", "ı"],
  "A".repeat(257),
  "(".repeat(300),
  "<a>".repeat(150),
  " a=''".repeat(80),
].map((text) => Buffer.from(text));

/** Bytes that are no UTF-8, or the beginning of UTF-16. */
const bytes: readonly Buffer[] = [
  "ff",
  "fffe",
  "feff",
  "c0af",
  "eda080",
  "00",
  "80",
].map((hex) => Buffer.from(hex, "hex"));

const pieces = [...tokens, ...bytes];

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32), so that every case can be had again. */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the list. */
export function pick<Value>(draw: () => number, list: readonly Value[]): Value {
  const value = list[Math.floor(draw() * list.length)];
  if (value === undefined) throw new Error("fuzz: nothing to pick from");
  return value;
}

/** A sample with one to six changes: something put in, left out, doubled, replaced, a bit turned, or another sample's end. */
export function mutate(draw: () => number, samples: readonly Buffer[]): Buffer {
  let made = pick(draw, samples);
  const changes = 1 + Math.floor(draw() * draw() * 6);
  for (let change = 0; change < changes; change += 1)
    made = changed(made, { draw, samples });
  return made.subarray(0, 20_000);
}

type Ground = {
  readonly draw: () => number;
  readonly samples: readonly Buffer[];
};

function changed(from: Buffer, { draw, samples }: Ground): Buffer {
  const start = Math.floor(draw() * (from.length + 1));
  const end = Math.min(
    from.length,
    start + 1 + Math.floor(draw() * draw() * 60),
  );
  const [before, between, after] = [
    from.subarray(0, start),
    from.subarray(start, end),
    from.subarray(end),
  ];
  const ways: readonly (() => readonly Uint8Array[])[] = [
    () => [before, pick(draw, pieces), between, after],
    () => [before, pick(draw, pieces), after],
    () => [before, after],
    () => [before, between, between, after],
    () => [
      before,
      between.map((byte) => byte ^ (1 << Math.floor(draw() * 8))),
      after,
    ],
    () => {
      const other = pick(draw, samples);
      return [before, other.subarray(Math.floor(draw() * other.length))];
    },
  ];
  return Buffer.concat(pick(draw, ways)());
}
