import { bytesAt, type SeenContent } from "./seen-content.ts";

/** The largest cameras of 2026 take 200 megapixels; a picture beyond that was made to fill memory. */
const MAX_PIXELS = 220_000_000;
const MAX_SIDE = 40_000;

type Size = { readonly width: number; readonly height: number };

type ImageType = "image/jpeg" | "image/png" | "image/tiff" | "image/heic";

const readers: Readonly<
  Record<ImageType, (seen: SeenContent) => Size | undefined>
> = {
  "image/png": pngSize,
  "image/jpeg": jpegSize,
  "image/tiff": tiffSize,
  "image/heic": heicSize,
};

/** Refuses an image whose header is broken or names more pixels than a camera takes. Nothing is decoded. */
export function checkImageSize(
  mediaType: ImageType,
  seen: SeenContent,
): "broken" | "too-many-pixels" | undefined {
  const size = readers[mediaType](seen);
  if (!size || size.width === 0 || size.height === 0) return "broken";
  const isSane =
    size.width <= MAX_SIDE &&
    size.height <= MAX_SIDE &&
    size.width * size.height <= MAX_PIXELS;
  return isSane ? undefined : "too-many-pixels";
}

/** @see PNG specification, section 11.2.1 (IHDR comes first and has 13 bytes) */
function pngSize({ head }: SeenContent): Size | undefined {
  if (head.length < 33 || head.readUInt32BE(8) !== 13) return undefined;
  if (head.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Walks the marker segments up to the frame header. @see ITU-T T.81, annex B */
function jpegSize({ head }: SeenContent): Size | undefined {
  for (let offset = 2; offset + 9 <= head.length;) {
    const [mark, marker = 0] = head.subarray(offset, offset + 2);
    if (mark !== 0xff) return undefined;
    if (isFrameHeader(marker))
      return {
        height: head.readUInt16BE(offset + 5),
        width: head.readUInt16BE(offset + 7),
      };
    // A fill byte may stand before a marker.
    offset += marker === 0xff ? 1 : 2 + head.readUInt16BE(offset + 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without the three numbers in between that mean something else (DHT, JPG, DAC). */
function isFrameHeader(marker: number): boolean {
  return (
    marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
  );
}

const tiffTags = { width: 256, height: 257 } as const;

/**
 * Of the first page. Scanners write its directory in front of the picture or at the very end, where it is kept; one in the middle of a
 * long file counts as broken. @see TIFF 6.0, section 2
 */
function tiffSize(seen: SeenContent): Size | undefined {
  const isLittle = seen.head[0] === 0x49;
  const uint = (bytes: Buffer, at: number, length: number) =>
    isLittle ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length);
  const header = bytesAt(seen, 0, 8);
  const start = header ? uint(header, 4, 4) : 0;
  const count = bytesAt(seen, start, 2);
  if (start < 8 || !count) return undefined;
  const entries = bytesAt(seen, start + 2, uint(count, 0, 2) * 12);
  if (!entries) return undefined;
  const valueOf = (tag: number) => {
    for (let at = 0; at < entries.length; at += 12) {
      // SHORT (3) stands in the first two of the four bytes, LONG (4) fills them.
      if (uint(entries, at, 2) === tag)
        return uint(entries, at + 8, uint(entries, at + 2, 2) === 3 ? 2 : 4);
    }
    return 0;
  };
  return { width: valueOf(tiffTags.width), height: valueOf(tiffTags.height) };
}

/** The largest picture that the item properties name: tiles have one each, and the whole. @see ISO/IEC 23008-12, section 6.5.3 */
function heicSize({ head }: SeenContent): Size | undefined {
  let largest: Size | undefined;
  for (
    let at = head.indexOf("ispe", 0, "latin1");
    at !== -1 && at + 16 <= head.length;
    at = head.indexOf("ispe", at + 4, "latin1")
  ) {
    const size = {
      width: head.readUInt32BE(at + 8),
      height: head.readUInt32BE(at + 12),
    };
    const isLarger =
      !largest || size.width * size.height > largest.width * largest.height;
    if (isLarger) largest = size;
  }
  return largest;
}
