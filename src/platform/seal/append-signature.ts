/** Where the signature goes, as lower-case hex; a CMS of some 5 KB with a time stamp and a chain of certificates fits. */
const signatureBytes = 16_384;

const byteRangeRoom = "/ByteRange [0 ********** ********** **********]";

/** A PDF with room for a signature. */
export type PreparedPdf = {
  readonly pdf: Buffer;
  /** The hex text between `<` and `>`, which the signature does not cover. */
  readonly hole: { readonly start: number; readonly end: number };
};

/** What a PDF of ours does not look like; whoever made it must be looked at. */
export class PdfStructureError extends Error {
  readonly code = "pdf-structure";
}

/**
 * Appends an invisible signature field to a PDF with a cross-reference table (as Typst writes it) and leaves room for the signature. All given
 * bytes stay as they are. The widget has no area, so that PDF/A asks for no appearance.
 * @see ISO 32000-1, 7.5.6 (incremental updates), 12.8.1; ISO 19005-3, 6.3.3
 */
export function prepareSignature(
  pdf: Buffer,
  { at, reason, name }: { at: Date; reason: string; name: string },
): PreparedPdf {
  const file = readFile(pdf);
  const signature = file.size;
  const field = file.size + 1;
  const page = firstPage(file);
  const objects = new Map<number, string>([
    [file.root, withEntry(file, file.root, acroForm(field))],
    [page, withAnnotation(file, page, field)],
    [signature, signatureDictionary({ at, reason, name })],
    [field, fieldDictionary({ signature, page, reason })],
  ]);
  const appended = appendObjects(file, objects);
  return fillByteRange(appended, pdf.length);
}

/** The bytes a signature covers: all but the hole. */
export function signedBytes({ pdf, hole }: PreparedPdf): Buffer {
  // The brackets around the hole are not covered either.
  return Buffer.concat([
    pdf.subarray(0, hole.start - 1),
    pdf.subarray(hole.end + 1),
  ]);
}

/** The PDF with its signature (CMS, DER). Throws where it does not fit. */
export function insertSignature(
  { pdf, hole }: PreparedPdf,
  signature: Buffer,
): Buffer {
  const room = hole.end - hole.start;
  const hex = signature.toString("hex");
  if (hex.length > room)
    throw new PdfStructureError(
      `seal: ${String(signature.length)} bytes of signature have no room`,
    );
  const signed = Buffer.from(pdf);
  signed.write(hex.padEnd(room, "0"), hole.start, "latin1");
  return signed;
}

type PdfFile = {
  readonly text: string;
  readonly bytes: Buffer;
  /** Number of the next object. */
  readonly size: number;
  readonly root: number;
  readonly trailer: string;
  readonly xrefAt: number;
};

function readFile(bytes: Buffer): PdfFile {
  const text = bytes.toString("latin1");
  const xrefAt = numberIn(text, /startxref\s+(\d+)\s+%%EOF\s*$/);
  const [, trailer] =
    /^xref\b[\s\S]*?trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(
      text.slice(xrefAt),
    ) ?? [];
  if (trailer === undefined)
    throw new PdfStructureError("seal: no cross-reference table");
  const size = numberIn(trailer, /\/Size\s+(\d+)/);
  const root = numberIn(trailer, /\/Root\s+(\d+)\s+0\s+R/);
  return { text, bytes, size, root, trailer, xrefAt };
}

function numberIn(text: string, pattern: RegExp): number {
  const found = Number(pattern.exec(text)?.[1]);
  if (!found)
    throw new PdfStructureError(
      `seal: nothing in the PDF like ${pattern.source}`,
    );
  return found;
}

/** The dictionary of an object, with its brackets. */
function dictionaryOf({ text, xrefAt }: PdfFile, id: number): string {
  const section = /^xref\s+0\s+\d+\s+/.exec(text.slice(xrefAt));
  if (!section)
    throw new PdfStructureError("seal: the table is not in one piece");
  const entryAt = xrefAt + section[0].length + id * 20;
  const objectAt = Number(text.slice(entryAt, entryAt + 10));
  const object = text.slice(objectAt, text.indexOf("endobj", objectAt));
  const match = /^(\d+) 0 obj\s*(<<[\s\S]*>>)\s*$/.exec(object);
  const dictionary = match?.[1] === String(id) ? match[2] : undefined;
  if (dictionary === undefined)
    throw new PdfStructureError(`seal: object ${String(id)} is no dictionary`);
  return dictionary;
}

function firstPage(file: PdfFile): number {
  const from = (id: number, entry: RegExp) =>
    numberIn(dictionaryOf(file, id), entry);
  const descend = (id: number): number =>
    /\/Type\s*\/Pages\b/.test(dictionaryOf(file, id))
      ? descend(from(id, /\/Kids\s*\[\s*(\d+)\s+0\s+R/))
      : id;
  return descend(from(file.root, /\/Pages\s+(\d+)\s+0\s+R/));
}

function withEntry(file: PdfFile, id: number, entry: string): string {
  const dictionary = dictionaryOf(file, id);
  if (dictionary.includes("/AcroForm"))
    throw new PdfStructureError("seal: there is a form already");
  return `${dictionary.slice(0, -2)}  ${entry}\n>>`;
}

function withAnnotation(file: PdfFile, page: number, field: number): string {
  const dictionary = dictionaryOf(file, page);
  const widget = `${String(field)} 0 R`;
  if (!dictionary.includes("/Annots"))
    return `${dictionary.slice(0, -2)}  /Annots [${widget}]\n>>`;
  const extended = dictionary.replace(
    /\/Annots\s*\[([^\]]*)\]/,
    (_whole, others: string) => `/Annots [${others} ${widget}]`,
  );
  if (extended === dictionary)
    throw new PdfStructureError("seal: annotations are not on the page itself");
  return extended;
}

function acroForm(field: number): string {
  // 3: there are signatures, and the file may only be appended to.
  return `/AcroForm << /Fields [${String(field)} 0 R] /SigFlags 3 >>`;
}

function signatureDictionary(facts: {
  readonly at: Date;
  readonly reason: string;
  readonly name: string;
}): string {
  return [
    "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/M (${pdfDate(facts.at)})`,
    `/Name ${textString(facts.name)}`,
    `/Reason ${textString(facts.reason)}`,
    byteRangeRoom,
    `/Contents <${"0".repeat(signatureBytes * 2)}> >>`,
  ].join("\n");
}

function fieldDictionary({
  signature,
  page,
  reason,
}: {
  readonly signature: number;
  readonly page: number;
  readonly reason: string;
}): string {
  // 132: printed and locked, as PDF/A asks of every annotation.
  return [
    "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Siegel)",
    `/TU ${textString(reason)}`,
    `/V ${String(signature)} 0 R /P ${String(page)} 0 R`,
    "/Rect [0 0 0 0] /F 132 >>",
  ].join("\n");
}

/** `D:20270304100000Z`. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z`;
}

/** UTF-16 with a mark, as hex: nothing in it can end the string. */
function textString(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return `<${utf16.toString("hex")}>`;
}

function appendObjects(
  file: PdfFile,
  objects: ReadonlyMap<number, string>,
): Buffer {
  const parts = [file.text.endsWith("\n") ? "" : "\n"];
  const offsets = new Map<number, number>();
  let at = file.bytes.length + (parts[0]?.length ?? 0);
  for (const [id, body] of objects) {
    const object = `${String(id)} 0 obj\n${body}\nendobj\n`;
    offsets.set(id, at);
    at += object.length;
    parts.push(object);
  }
  parts.push(table(file, offsets), `startxref\n${String(at)}\n%%EOF\n`);
  return Buffer.concat([file.bytes, Buffer.from(parts.join(""), "latin1")]);
}

function table(file: PdfFile, offsets: ReadonlyMap<number, number>): string {
  const entries = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(
      ([id, offset]) =>
        `${String(id)} 1\n${String(offset).padStart(10, "0")} 00000 n \n`,
    );
  const trailer = file.trailer
    .replace(/\/Size\s+\d+/, `/Size ${String(file.size + 2)}`)
    .trimEnd();
  return `xref\n${entries.join("")}trailer\n<<${trailer}\n  /Prev ${String(file.xrefAt)}\n>>\n`;
}

function fillByteRange(pdf: Buffer, from: number): PreparedPdf {
  const rangeAt = pdf.indexOf(byteRangeRoom, from, "latin1");
  const start = pdf.indexOf("/Contents <", rangeAt, "latin1") + 11;
  const end = start + signatureBytes * 2;
  const range = [start - 1, end + 1, pdf.length - end - 1].join(" ");
  const filled = `/ByteRange [0 ${range}]`.padEnd(byteRangeRoom.length, " ");
  pdf.write(filled, rangeAt, "latin1");
  return { pdf, hole: { start, end } };
}
