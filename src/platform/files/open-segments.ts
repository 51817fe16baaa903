import { Readable } from "node:stream";
import type { ByteSource } from "./byte-source.ts";
import {
  SEGMENT_BYTES,
  TAG_BYTES,
  type SegmentCipher,
} from "./segment-cipher.ts";

const SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

export type SealedBody = {
  readonly source: ByteSource;
  /** Where the first segment begins. */
  readonly start: number;
  readonly cipher: SegmentCipher;
  /** Makes the error that the reader sees when a segment does not open. */
  readonly damaged: (cause: unknown) => Error;
};

/** Streams the plain content, one segment at a time, and closes the source in any case. */
export function openSegments(body: SealedBody): Readable {
  const segments = plainSegments(body);
  return new Readable({
    highWaterMark: SEGMENT_BYTES,
    read() {
      segments.next().then(
        ({ value, done }) => this.push(done === true ? null : value),
        (cause: unknown) => this.destroy(body.damaged(cause)),
      );
    },
    destroy(error, done) {
      body.source.close().then(
        () => {
          done(error);
        },
        (closing: unknown) => {
          done(
            error ??
              (closing instanceof Error ? closing : new Error(String(closing))),
          );
        },
      );
    },
  });
}

async function* plainSegments({
  source,
  start,
  cipher,
}: SealedBody): AsyncGenerator<Buffer> {
  const end = source.sizeBytes;
  let position = start;
  for (let counter = 0; ; counter++) {
    const length = Math.min(SEALED_BYTES, end - position);
    const sealed = await source.read(position, length);
    position += length;
    const plain = cipher.open(sealed, { counter, isLast: position === end });
    if (plain.length > 0) yield plain;
    if (position === end) return;
  }
}
