import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One file of an archive; its content is read when its turn comes. */
export type ZipEntry = {
  /** Path in the archive, with slashes. */
  readonly name: string;
  readonly modifiedAt: Date;
  open(): Promise<AsyncIterable<Uint8Array>>;
};

/** Beyond it a field of the format is full; the archive would need ZIP64. */
const most = 0xffff_ffff;

/**
 * An archive as a stream at constant memory. A file that cannot be read makes the stream fail, so that nobody takes half an archive for
 * a whole one. Fails beyond 4 GB.
 * @see APPNOTE.TXT 4.3 to 4.5: sizes stand behind each file (bit 3), names are UTF-8 (bit 11)
 */
export function zipStream(entries: readonly ZipEntry[]): Readable {
  return Readable.from(writeArchive(entries), { objectMode: false });
}

type Written = {
  readonly entry: ZipEntry;
  readonly offset: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly plainBytes: number;
};

async function* writeArchive(
  entries: readonly ZipEntry[],
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    yield header;
    const sizes = { checksum: 0, packedBytes: 0, plainBytes: 0 };
    for await (const chunk of packed(await entry.open(), sizes)) yield chunk;
    const descriptor = dataDescriptor(sizes);
    yield descriptor;
    written.push({ entry, offset, ...sizes });
    offset += header.length + sizes.packedBytes + descriptor.length;
    if (offset > most || sizes.plainBytes > most)
      throw new RangeError("zipStream: more than 4 GB");
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

type Sizes = { checksum: number; packedBytes: number; plainBytes: number };

async function* packed(
  content: AsyncIterable<Uint8Array>,
  sizes: Sizes,
): AsyncGenerator<Buffer> {
  const measured = async function* () {
    for await (const chunk of content) {
      sizes.checksum = crc32(chunk, sizes.checksum);
      sizes.plainBytes += chunk.length;
      yield chunk;
    }
  };
  const deflate = createDeflateRaw();
  // A fault of the content arrives at whoever reads `deflate`.
  pipeline(Readable.from(measured(), { objectMode: false }), deflate, () => {});
  const chunks: AsyncIterable<unknown> = deflate;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    sizes.packedBytes += chunk.length;
    yield chunk;
  }
}

const version = 20;
/** Bit 3: sizes follow the content. Bit 11: names are UTF-8. */
const flags = 0x0808;
const deflated = 8;

function localHeader({ name, modifiedAt }: ZipEntry): Buffer {
  const bytes = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt32LE(dosTime(modifiedAt), 10);
  header.writeUInt16LE(bytes.length, 26);
  return Buffer.concat([header, bytes]);
}

function dataDescriptor({ checksum, packedBytes, plainBytes }: Sizes): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(checksum, 4);
  descriptor.writeUInt32LE(packedBytes, 8);
  descriptor.writeUInt32LE(plainBytes, 12);
  return descriptor;
}

function directoryEntry(written: Written): Buffer {
  const { entry, offset, checksum, packedBytes, plainBytes } = written;
  const bytes = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(version, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt32LE(dosTime(entry.modifiedAt), 12);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(packedBytes, 20);
  header.writeUInt32LE(plainBytes, 24);
  header.writeUInt16LE(bytes.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, bytes]);
}

function endOfDirectory(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Two seconds are as exact as the format is; it knows no time zone, so it is UTC. */
function dosTime(at: Date): number {
  const time =
    (at.getUTCHours() << 11) |
    (at.getUTCMinutes() << 5) |
    (at.getUTCSeconds() >> 1);
  const date =
    ((at.getUTCFullYear() - 1980) << 9) |
    ((at.getUTCMonth() + 1) << 5) |
    at.getUTCDate();
  return ((date << 16) | time) >>> 0;
}
