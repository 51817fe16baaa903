import type { ByteSource } from "../byte-source.ts";
import type { S3Bucket } from "./s3-bucket.ts";

/** How much is fetched at once: a file is read from front to back, so few large calls serve it best. */
const windowBytes = 4 * 1024 * 1024;

type Window = { readonly start: number; readonly bytes: Buffer };

/** The bytes of an object, fetched in windows. All windows are of the same version, or the reading fails. */
export async function bytesOfObject(
  bucket: S3Bucket,
  key: string,
): Promise<ByteSource> {
  const { headers } = await bucket.call({ method: "HEAD", key });
  const sizeBytes = Number(headers["content-length"]);
  const etag = headers["etag"];
  let window: Window = { start: 0, bytes: Buffer.alloc(0) };
  const fetchWindow = async (start: number): Promise<Buffer> => {
    const end = Math.min(start + windowBytes, sizeBytes) - 1;
    const { body } = await bucket.call({
      method: "GET",
      key,
      headers: {
        range: `bytes=${String(start)}-${String(end)}`,
        ...(etag !== undefined && { "if-match": etag }),
      },
      maxAnswerBytes: windowBytes,
    });
    return body;
  };
  return {
    sizeBytes,
    read: async (position, length) => {
      if (position + length > sizeBytes)
        throw new RangeError("object ends too early");
      const pieces: Buffer[] = [];
      for (let at = position; at < position + length;) {
        const offset = at - window.start;
        if (offset < 0 || offset >= window.bytes.length)
          window = { start: at, bytes: await fetchWindow(at) };
        const piece = window.bytes.subarray(
          at - window.start,
          position + length - window.start,
        );
        if (piece.length === 0) throw new RangeError("object ends too early");
        pieces.push(piece);
        at += piece.length;
      }
      return Buffer.concat(pieces);
    },
    close: () => Promise.resolve(),
  };
}
