import { inflateRawSync } from "node:zlib";
import type { ContentRefusal, MediaType } from "./content-verdict.ts";
import { bytesAt, type SeenContent } from "./seen-content.ts";

/** One file in a container, as the directory at its end names it. @see APPNOTE.TXT 6.3.10, section 4.3.12 */
type Entry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  /** What it says that it has when it is unpacked. */
  readonly plainBytes: number;
  readonly offset: number;
};

const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** The list of content types of a real document has some kilobytes; nothing else is unpacked, so a bomb stays a packet. */
const MAX_LIST_BYTES = 1024 * 1024;
/**
 * What whoever opens it would have to unpack. A table of a million rows has some 200 MB of XML; a field that is full (ZIP64) says more.
 * @see OWASP ASVS 5.0, 5.2.3
 */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
const MAX_PARTS = 2_000;

const officeTypes = [
  [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "word/document.xml",
  ],
  [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xl/workbook.xml",
  ],
] as const;

const openDocumentTypes = [
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
] as const;

/** Content types and part names of macros, ActiveX controls and Excel 4 macro sheets. @see ECMA-376, MS-OFFMACRO2 */
const OFFICE_MACROS = /macroEnabled|vbaProject|activeX|macrosheet/iu;

/**
 * Which office document a ZIP container is, decided by what is in it and never by its name. Documents that carry macros are refused, as
 * are archives, containers with something in front or behind, such with encrypted entries, and such that unpack to more than a gigabyte
 * or 2,000 parts.
 */
export function zipDocumentType(seen: SeenContent): MediaType | ContentRefusal {
  const entries = readDirectory(seen);
  if (!entries) return "broken";
  if (entries.some((entry) => entry.isEncrypted || !isPlainName(entry.name)))
    return "not-allowed";
  if (isTooMuch(entries)) return "too-large-unpacked";
  return (
    openDocumentType(seen, entries) ??
    officeType(seen, entries) ??
    "not-allowed"
  );
}

/** @see OpenDocument 1.3 part 2, section 3.3: `mimetype` comes first and is not packed */
function openDocumentType(
  seen: SeenContent,
  entries: readonly Entry[],
): MediaType | ContentRefusal | undefined {
  const label = entries.find(
    ({ name, offset }) => name === "mimetype" && offset === 0,
  );
  if (label?.method !== 0) return undefined;
  const text = contentOf(seen, label);
  const mediaType = openDocumentTypes.find((type) => type === text);
  if (!mediaType || !has(entries, "content.xml", "META-INF/manifest.xml"))
    return undefined;
  return entries.some(({ name }) => /^(?:Basic|Scripts)\//u.test(name))
    ? "active-content"
    : mediaType;
}

/** @see ECMA-376 part 2 (Open Packaging Conventions), section 10.1.2.2 */
function officeType(
  seen: SeenContent,
  entries: readonly Entry[],
): MediaType | ContentRefusal | undefined {
  const list = entries.find(({ name }) => name === "[Content_Types].xml");
  const types = list && contentOf(seen, list);
  if (types === undefined || !has(entries, "_rels/.rels")) return undefined;
  const document = officeTypes.find(
    ([mediaType, part]) =>
      has(entries, part) && types.includes(`"${mediaType}.main+xml"`),
  );
  const hasMacros =
    OFFICE_MACROS.test(types) ||
    entries.some(({ name }) => OFFICE_MACROS.test(name));
  if (hasMacros) return "active-content";
  return document?.[0];
}

function has(entries: readonly Entry[], ...names: readonly string[]): boolean {
  return names.every((wanted) => entries.some(({ name }) => name === wanted));
}

function isTooMuch(entries: readonly Entry[]): boolean {
  const unpacked = entries.reduce((sum, { plainBytes }) => sum + plainBytes, 0);
  return entries.length > MAX_PARTS || unpacked > MAX_UNPACKED_BYTES;
}

/** No way out of the folder that somebody unpacks it to. */
function isPlainName(name: string): boolean {
  return !/^\/|\\|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/u.test(name);
}

/** Undefined unless the directory reaches exactly to the end of the file and the first entry stands at its beginning. */
function readDirectory(seen: SeenContent): Entry[] | undefined {
  const end = bytesAt(seen, seen.sizeBytes - END_BYTES, END_BYTES);
  if (end?.readUInt32BE(0) !== 0x504b0506) return undefined;
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (start + length + END_BYTES !== seen.sizeBytes) return undefined;
  const directory = bytesAt(seen, start, length);
  const entries = directory && readEntries(directory);
  const isWhole =
    entries?.length === count && entries.some(({ offset }) => offset === 0);
  return isWhole ? entries : undefined;
}

function readEntries(directory: Buffer): Entry[] | undefined {
  const entries: Entry[] = [];
  let position = 0;
  while (position < directory.length) {
    if (position + ENTRY_BYTES > directory.length) return undefined;
    const fixed = directory.subarray(position, position + ENTRY_BYTES);
    if (fixed.readUInt32BE(0) !== 0x504b0102) return undefined;
    const nameEnd = position + ENTRY_BYTES + fixed.readUInt16LE(28);
    entries.push({
      name: directory.toString("utf8", position + ENTRY_BYTES, nameEnd),
      isEncrypted: (fixed.readUInt16LE(8) & 1) === 1,
      method: fixed.readUInt16LE(10),
      packedBytes: fixed.readUInt32LE(20),
      plainBytes: fixed.readUInt32LE(24),
      offset: fixed.readUInt32LE(42),
    });
    position = nameEnd + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
  }
  return position === directory.length ? entries : undefined;
}

/** Text of a small entry; undefined when it was not kept, lies about its name or unpacks to more than a list. */
function contentOf(seen: SeenContent, entry: Entry): string | undefined {
  const local = bytesAt(seen, entry.offset, LOCAL_BYTES);
  if (local?.readUInt32BE(0) !== 0x504b0304) return undefined;
  const nameLength = local.readUInt16LE(26);
  const name = bytesAt(seen, entry.offset + LOCAL_BYTES, nameLength);
  if (name?.toString("utf8") !== entry.name) return undefined;
  const packed = bytesAt(
    seen,
    entry.offset + LOCAL_BYTES + nameLength + local.readUInt16LE(28),
    entry.packedBytes,
  );
  if (entry.method === 0) return packed?.toString("utf8");
  return entry.method === 8 && packed ? unpack(packed) : undefined;
}

function unpack(packed: Buffer): string | undefined {
  try {
    return inflateRawSync(packed, {
      maxOutputLength: MAX_LIST_BYTES,
    }).toString("utf8");
  } catch {
    // Broken, or more than a list of content types ever is.
    return undefined;
  }
}
