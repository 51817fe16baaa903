import { inflateSync } from "node:zlib";

const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

type FontTable = {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly content: Buffer;
};

/**
 * Unpacks a WOFF 1 font into the OpenType file it was made from: the same tables, uncompressed, with a table directory in front.
 * Throws on anything that is not WOFF 1.
 * @see W3C Recommendation "WOFF File Format 1.0", sections 3 to 5
 */
export function woffToOpenType(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF")
    throw new RangeError("not a WOFF 1 font");
  const flavour = woff.readUInt32BE(4);
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) =>
    readTable(woff, HEADER_BYTES + index * ENTRY_BYTES),
  );
  return Buffer.concat([
    directory(flavour, tables),
    ...tables.map(({ content }) => padded(content)),
  ]);
}

function readTable(woff: Buffer, entry: number): FontTable {
  const offset = woff.readUInt32BE(entry + 4);
  const packedBytes = woff.readUInt32BE(entry + 8);
  const plainBytes = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedBytes);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    content: packedBytes < plainBytes ? inflateSync(packed) : packed,
  };
}

/** @see OpenType specification, "Organization of an OpenType Font", table directory */
function directory(flavour: number, tables: readonly FontTable[]): Buffer {
  const largestPower = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 << largestPower, 6);
  head.writeUInt16BE(largestPower, 8);
  head.writeUInt16BE(16 * tables.length - (16 << largestPower), 10);
  let position = head.length;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const entry = 12 + 16 * index;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(position, entry + 8);
    head.writeUInt32BE(content.length, entry + 12);
    position += padded(content).length;
  }
  return head;
}

/** Tables begin at multiples of four bytes. */
function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
}
