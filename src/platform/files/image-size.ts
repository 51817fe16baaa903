/** The largest cameras of 2026 take 200 megapixels; a picture beyond that was made to fill memory. */
const MAX_PIXELS = 220_000_000;
const MAX_SIDE = 40_000;

type Size = { readonly width: number; readonly height: number };

/** Refuses an image whose header is broken or names more pixels than a camera takes. Nothing is decoded. */
export function checkImageSize(
  mediaType: "image/jpeg" | "image/png",
  head: Buffer,
): "broken" | "too-many-pixels" | undefined {
  const size = mediaType === "image/png" ? pngSize(head) : jpegSize(head);
  if (!size || size.width === 0 || size.height === 0) return "broken";
  const isSane =
    size.width <= MAX_SIDE &&
    size.height <= MAX_SIDE &&
    size.width * size.height <= MAX_PIXELS;
  return isSane ? undefined : "too-many-pixels";
}

/** @see PNG specification, section 11.2.1 (IHDR comes first and has 13 bytes) */
function pngSize(head: Buffer): Size | undefined {
  if (head.length < 33 || head.readUInt32BE(8) !== 13) return undefined;
  if (head.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Walks the marker segments up to the frame header. @see ITU-T T.81, annex B */
function jpegSize(head: Buffer): Size | undefined {
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
