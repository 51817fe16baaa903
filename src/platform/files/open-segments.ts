import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { readExactly } from "./file-header.ts";
import {
  SEGMENT_BYTES,
  TAG_BYTES,
  type SegmentCipher,
} from "./segment-cipher.ts";

const SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

export type SealedBody = {
  readonly handle: FileHandle;
  /** Where the first segment begins. */
  readonly start: number;
  /** Where the file ends. */
  readonly end: number;
  readonly cipher: SegmentCipher;
  /** Makes the error that the reader sees when a segment does not open. */
  readonly damaged: (cause: unknown) => Error;
};

/** Streams the plain content, one segment at a time, and closes the handle in any case. */
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
      body.handle.close().then(
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
  handle,
  start,
  end,
  cipher,
}: SealedBody): AsyncGenerator<Buffer> {
  let position = start;
  for (let counter = 0; ; counter++) {
    const length = Math.min(SEALED_BYTES, end - position);
    const sealed = await readExactly(handle, position, length);
    position += length;
    const plain = cipher.open(sealed, { counter, isLast: position === end });
    if (plain.length > 0) yield plain;
    if (position === end) return;
  }
}
