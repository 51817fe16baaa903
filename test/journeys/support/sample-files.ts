import { crc32, deflateSync } from "node:zlib";
import {
  heic,
  office,
  openDocument,
  tiff,
} from "../../../src/platform/files/testing/sample-documents.ts";
import { jpeg } from "../../../src/platform/files/testing/sample-files.ts";

export type SampleFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
};

/** A small PDF with one empty page, as a scanner app would name it. */
export function samplePdf(
  name = "Nutzungsüberlassung für Jörg Müßig.pdf",
): SampleFile {
  const body = [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
    "trailer<</Root 1 0 R/Size 4>>",
    "%%EOF",
    "",
  ].join("\n");
  return { name, mimeType: "application/pdf", buffer: Buffer.from(body) };
}

/** A PNG of 8 by 8 white pixels. */
export function samplePng(name = "Fahrzeugschein.png"): SampleFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(8 * 9, 255);
  for (let row = 0; row < 8; row += 1) rows[row * 9] = 0;
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return {
    name,
    mimeType: "image/png",
    buffer: Buffer.concat([signature, ...chunks]),
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

/** So many files of a type as small as it gets; what is no known type is a picture that forms refuse. */
export function sampleFiles(mediaType: string, count: number): SampleFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Unterlage ${String(index + 1)}`,
    mimeType: mediaType,
    buffer: contents[mediaType]?.() ?? Buffer.from("GIF89a"),
  }));
}

const contents: Readonly<Record<string, () => Buffer>> = {
  "application/pdf": () => samplePdf().buffer,
  "image/png": () => samplePng().buffer,
  "image/jpeg": jpeg,
  "image/tiff": tiff,
  "image/heic": heic,
  "text/plain": () => Buffer.from("Größe: 3 m²\n"),
  "application/vnd.oasis.opendocument.text": () => openDocument("text"),
  "application/vnd.oasis.opendocument.spreadsheet": () =>
    openDocument("spreadsheet"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    () => office("docx"),
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": () =>
    office("xlsx"),
};
