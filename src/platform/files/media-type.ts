import { checkImageSize } from "./image-size.ts";

/** What citizens may upload. Everything else is refused, whatever its name says. */
export type MediaType = "application/pdf" | "image/jpeg" | "image/png";

/**
 * - `not-allowed`: not one of the three types, or one glued to something else (program, archive, web page)
 * - `broken`: begins like one of them but is cut or its structure is wrong
 * - `too-many-pixels`: an image that would fill the memory of whoever opens it
 * - `active-content`: a PDF that runs JavaScript or starts programs
 */
export type ContentRefusal =
  "not-allowed" | "broken" | "too-many-pixels" | "active-content";

export type ContentVerdict =
  | { readonly kind: "accepted"; readonly mediaType: MediaType }
  | { readonly kind: "refused"; readonly reason: ContentRefusal };

/** Looks at a file while it streams by. Keeps less than 400 KiB of it. */
export type ContentInspector = {
  /** Takes the next bytes; the reason as soon as it is certain that the file will be refused. */
  inspect(chunk: Uint8Array): ContentRefusal | undefined;
  /** The verdict on the whole file. */
  conclude(): ContentVerdict;
};

/** Enough for the dimensions of a photo behind its EXIF data, preview and colour profile. */
const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;
const OVERLAP_BYTES = 64;

type Seen = { readonly head: Buffer; readonly tail: Buffer };

type KnownType = {
  readonly mediaType: MediaType;
  readonly begins: (head: Buffer) => boolean;
  readonly check: (seen: Seen) => ContentRefusal | undefined;
};

const knownTypes: readonly KnownType[] = [
  {
    mediaType: "application/pdf",
    // Readers tolerate 1,024 bytes of anything before the header; that is where disguises hide. Only white space may.
    begins: (head) =>
      /^(?:\u00ef\u00bb\u00bf)?\s{0,16}%PDF-[12]\.\d/u.test(latin1(head, 40)),
    check: ({ tail }) =>
      /%%EOF\s*$/u.test(latin1(tail.subarray(-1024))) ? undefined : "broken",
  },
  {
    mediaType: "image/jpeg",
    begins: (head) => startsWith(head, [0xff, 0xd8, 0xff]),
    // Cameras append more behind the end mark (second picture, film), so it need not be the very last.
    check: ({ head, tail }) =>
      tail.includes(Buffer.from([0xff, 0xd9]))
        ? checkImageSize("image/jpeg", head)
        : "broken",
  },
  {
    mediaType: "image/png",
    begins: (head) =>
      startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    check: ({ head, tail }) =>
      tail.subarray(-12).equals(PNG_END)
        ? checkImageSize("image/png", head)
        : "broken",
  },
];

const LONGEST_BEGINNING = 40;
const PNG_END = Buffer.from("0000000049454e44ae426082", "hex");
/** End of a ZIP directory: a ZIP is read from its end, so one can hide behind a picture or a PDF. */
const ZIP_END = Buffer.from("PK\u0005\u0006", "latin1");

/**
 * Decides by content what a file is: magic bytes, light checks of structure, no decoding.
 *
 * Limits, on purpose: active content inside compressed or encrypted parts of a PDF is not seen, attachments in a PDF are allowed
 * (invoices and receipts carry them), and a virus scanner is not replaced.
 */
export function createContentInspector(): ContentInspector {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let type: KnownType | undefined;
  let refusal: ContentRefusal | undefined;

  const recognise = () => {
    type ??= knownTypes.find(({ begins }) => begins(head));
    if (!type && head.length >= LONGEST_BEGINNING) refusal = "not-allowed";
  };

  return {
    inspect(chunk) {
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([
          head,
          chunk.subarray(0, HEAD_BYTES - head.length),
        ]);
      }
      if (!type) recognise();
      if (
        type?.mediaType === "application/pdf" &&
        hasActiveContent(tail.subarray(-OVERLAP_BYTES), chunk)
      ) {
        refusal ??= "active-content";
      }
      tail = lastBytes(tail, chunk);
      return refusal;
    },
    conclude() {
      refusal ??= type ? type.check({ head, tail }) : "not-allowed";
      if (tail.includes(ZIP_END)) refusal ??= "not-allowed";
      if (refusal || !type)
        return { kind: "refused", reason: refusal ?? "not-allowed" };
      return { kind: "accepted", mediaType: type.mediaType };
    },
  };
}

function lastBytes(tail: Buffer, chunk: Uint8Array): Buffer<ArrayBuffer> {
  if (chunk.length >= TAIL_BYTES)
    return Buffer.from(chunk.subarray(-TAIL_BYTES));
  return Buffer.concat([tail.subarray(-(TAIL_BYTES - chunk.length)), chunk]);
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
