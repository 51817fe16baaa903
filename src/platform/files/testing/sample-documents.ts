import { crc32, deflateRawSync } from "node:zlib";

/** The smallest things that count as a scan, a phone's picture and office documents. */

export function tiff({
  width = 640,
  height = 480,
  isLittle = true,
  directoryAtEnd = false,
} = {}): Buffer {
  const pixels = Buffer.alloc(400_000, 1);
  const start = directoryAtEnd ? 8 + pixels.length : 8;
  const number = isLittle ? little : big;
  const header = [Buffer.from(isLittle ? "II*\0" : "MM\0*"), number(start, 4)];
  const directory = [
    number(2, 2),
    ...[number(256, 2), number(4, 2), number(1, 4), number(width, 4)],
    ...[number(257, 2), number(4, 2), number(1, 4), number(height, 4)],
    number(0, 4),
  ];
  return Buffer.concat(
    directoryAtEnd
      ? [...header, pixels, ...directory]
      : [...header, ...directory, pixels],
  );
}

function little(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntLE(value, 0, length);
  return bytes;
}

function big(value: number, length: number): Buffer {
  return little(value, length).reverse();
}

export function heic({
  width = 4032,
  height = 3024,
  brand = "heic",
} = {}): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  return Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\0\0\0\0mif1heic`, "latin1")),
    box("meta", Buffer.concat([Buffer.alloc(4), box("ispe", size)])),
    box("mdat", Buffer.alloc(2000, 7)),
  ]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}

export type ZipEntry = {
  readonly name: string;
  readonly content: string | Buffer;
  /** Not packed. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** What the directory says that it unpacks to; else what is true. */
  readonly claimedBytes?: number;
};

/** A ZIP as every program writes it: entries, directory, end. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, listed } = zipEntry(entry, offset);
    locals.push(local);
    directory.push(listed);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

function zipEntry(
  { name, content, isStored = false, isEncrypted = false, ...more }: ZipEntry,
  offset: number,
) {
  const plain = Buffer.from(content);
  const packed = isStored ? plain : deflateRawSync(plain);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
  common.writeUInt16LE(isStored ? 0 : 8, 4);
  common.writeUInt32LE(crc32(plain), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(more.claimedBytes ?? plain.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([
      Buffer.from("PK\u0003\u0004", "latin1"),
      common,
      Buffer.from(name),
      packed,
    ]),
    listed: Buffer.concat([
      Buffer.from("PK\u0001\u0002\u0014\0", "latin1"),
      common,
      place,
      Buffer.from(name),
    ]),
  };
}

const officeMain = {
  docx: {
    part: "word/document.xml",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  },
  xlsx: {
    part: "xl/workbook.xml",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  },
} as const;

type OfficeOptions = {
  readonly mainType?: string;
  readonly others?: readonly ZipEntry[];
};

/** A document of Microsoft's format; `mainType` is what its list of contents says of the main part. */
export function office(
  kind: "docx" | "xlsx",
  { mainType, others = [] }: OfficeOptions = {},
): Buffer {
  const { part, type } = officeMain[kind];
  return zip([
    {
      name: "[Content_Types].xml",
      content: contentTypes(part, mainType ?? type),
    },
    { name: "_rels/.rels", content: "<Relationships/>" },
    { name: part, content: "<document/>" },
    ...others,
  ]);
}

export const contentTypes = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;

/** A document of the OpenDocument format. */
export function openDocument(
  kind: "text" | "spreadsheet",
  others: readonly ZipEntry[] = [],
): Buffer {
  return zip([
    {
      name: "mimetype",
      content: `application/vnd.oasis.opendocument.${kind}`,
      isStored: true,
    },
    { name: "content.xml", content: "<office:document-content/>" },
    { name: "META-INF/manifest.xml", content: "<manifest:manifest/>" },
    ...others,
  ]);
}
