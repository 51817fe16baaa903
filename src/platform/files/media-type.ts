import type {
  ContentRefusal,
  ContentVerdict,
  MediaType,
} from "./content-verdict.ts";
import { checkImageSize } from "./image-size.ts";
import { createTextCheck } from "./plain-text.ts";
import { createTail, type SeenContent } from "./seen-content.ts";
import { zipDocumentType } from "./zip-document.ts";

/** Looks at a file while it streams by. Keeps less than 800 KiB of it. */
export type ContentInspector = {
  /** Takes the next bytes; the reason as soon as it is certain that the file will be refused. */
  inspect(chunk: Uint8Array): ContentRefusal | undefined;
  /** The verdict on the whole file. */
  conclude(): ContentVerdict;
};

/** Enough for the dimensions of a photo behind its EXIF data, preview and colour profile. */
const HEAD_BYTES = 256 * 1024;
/** Enough for the directory of an office document with 2,000 parts. */
const TAIL_BYTES = 256 * 1024;
const OVERLAP_BYTES = 64;

/** What begins like a type; which one it is, or why not, is known at the end. */
type Signature = {
  readonly begins: (head: Buffer) => boolean;
  readonly conclude: (seen: SeenContent) => MediaType | ContentRefusal;
};

const pdfSignature: Signature = {
  // Readers tolerate 1,024 bytes of anything before the header; that is where disguises hide. Only white space may.
  begins: (head) =>
    /^(?:\u00ef\u00bb\u00bf)?\s{0,16}%PDF-[12]\.\d/u.test(latin1(head, 40)),
  conclude: ({ tail }) =>
    /%%EOF\s*$/u.test(latin1(tail.subarray(-1024)))
      ? "application/pdf"
      : "broken",
};

const signatures: readonly Signature[] = [
  pdfSignature,
  {
    begins: (head) => startsWith(head, [0xff, 0xd8, 0xff]),
    // Cameras append more behind the end mark (second picture, film), so it need not be the very last.
    conclude: (seen) =>
      seen.tail.includes(Buffer.from([0xff, 0xd9]))
        ? (checkImageSize("image/jpeg", seen) ?? "image/jpeg")
        : "broken",
  },
  {
    begins: (head) =>
      startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    conclude: (seen) =>
      seen.tail.subarray(-12).equals(PNG_END)
        ? (checkImageSize("image/png", seen) ?? "image/png")
        : "broken",
  },
  {
    begins: (head) => /^(?:II\*\0|MM\0\*)/u.test(latin1(head, 4)),
    conclude: (seen) => checkImageSize("image/tiff", seen) ?? "image/tiff",
  },
  {
    // Major brands of pictures coded with HEVC; those of films and AVIF are others. @see ISO/IEC 23008-12, annex B
    begins: (head) =>
      /^ftyp(?:heic|heix|heim|heis|mif1)/u.test(latin1(head.subarray(4), 8)),
    conclude: (seen) => checkImageSize("image/heic", seen) ?? "image/heic",
  },
  {
    begins: (head) => latin1(head, 4) === "PK\u0003\u0004",
    conclude: zipDocumentType,
  },
];

const LONGEST_BEGINNING = 40;
const PNG_END = Buffer.from("0000000049454e44ae426082", "hex");
/** End of a ZIP directory: a ZIP is read from its end, so one can hide behind a picture or a PDF. */
const ZIP_END = Buffer.from("PK\u0005\u0006", "latin1");
/** Where readers of a ZIP look for that end. */
const ZIP_END_WITHIN = 22 + 65_535;

/**
 * Decides by content what a file is: magic bytes, light checks of structure, no decoding. Of an office document only the list of its
 * parts is unpacked.
 *
 * Limits, on purpose: active content inside compressed or encrypted parts of a PDF is not seen, attachments in a PDF are allowed
 * (invoices and receipts carry them), as are objects embedded in office documents, and a virus scanner is not replaced.
 */
export function createContentInspector(): ContentInspector {
  const tail = createTail(TAIL_BYTES);
  const text = createTextCheck();
  let head = Buffer.alloc(0);
  let sizeBytes = 0;
  let signature: Signature | undefined;
  let refusal: ContentRefusal | undefined;

  const inspectBeginning = (chunk: Uint8Array) => {
    if (head.length < HEAD_BYTES)
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    signature ??= signatures.find(({ begins }) => begins(head));
  };

  return {
    inspect(chunk) {
      inspectBeginning(chunk);
      if (signature === pdfSignature) {
        if (hasActiveContent(tail.last(OVERLAP_BYTES), chunk))
          refusal ??= "active-content";
      } else if (!signature) {
        const isText = text.inspect(chunk);
        if (!isText && head.length >= LONGEST_BEGINNING)
          refusal ??= "not-allowed";
      }
      tail.add(chunk);
      sizeBytes += chunk.length;
      return refusal;
    },
    conclude() {
      const seen = { head, tail: tail.last(TAIL_BYTES), sizeBytes };
      const found =
        refusal ??
        (signature
          ? concludeSigned(signature, seen)
          : text.conclude(head)
            ? "text/plain"
            : "not-allowed");
      return isMediaType(found)
        ? { kind: "accepted", mediaType: found }
        : { kind: "refused", reason: found };
    },
  };
}

function concludeSigned(
  signature: Signature,
  seen: SeenContent,
): MediaType | ContentRefusal {
  const found = signature.conclude(seen);
  const hidesArchive =
    signature.conclude !== zipDocumentType &&
    seen.tail.subarray(-ZIP_END_WITHIN).includes(ZIP_END);
  return isMediaType(found) && hidesArchive ? "not-allowed" : found;
}

/** Media types have a slash, reasons have none. */
function isMediaType(found: MediaType | ContentRefusal): found is MediaType {
  return found.includes("/");
}

/** `/JavaScript` and `/Launch` as PDF names, also with characters written as `#hh`. */
const ACTIVE_NAME = new RegExp(
  `/(?:${["JavaScript", "Launch"].map(escapable).join("|")})(?=[\\s/<>()[\\]%])`,
  "u",
);

function escapable(name: string): string {
  return Array.from(name, (char) => `(?:${char}|#${hexOf(char)})`).join("");
}

/** Matches the two hex digits in either case. */
function hexOf(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  return Array.from(hex, (digit) => `[${digit}${digit.toUpperCase()}]`).join(
    "",
  );
}

function hasActiveContent(before: Buffer, chunk: Uint8Array): boolean {
  return ACTIVE_NAME.test(latin1(before) + latin1(chunk));
}

function latin1(bytes: Uint8Array, length = bytes.length): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(length, bytes.length),
  ).toString("latin1");
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
