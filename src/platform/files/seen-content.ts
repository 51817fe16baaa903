/** What is kept of a file while it streams by: its beginning, its end and how long it is. */
export type SeenContent = {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly sizeBytes: number;
};

/** Bytes of the file where they were kept; undefined in the middle of a long file and beyond its end. */
export function bytesAt(
  { head, tail, sizeBytes }: SeenContent,
  offset: number,
  length: number,
): Buffer | undefined {
  if (offset < 0 || length < 0 || offset + length > sizeBytes) return undefined;
  if (offset + length <= head.length)
    return head.subarray(offset, offset + length);
  const inTail = offset - (sizeBytes - tail.length);
  return inTail >= 0 ? tail.subarray(inTail, inTail + length) : undefined;
}

/** Keeps the last `maxBytes` of what it is given; copies, because whoever reads the stream may use its buffers again. */
export function createTail(maxBytes: number) {
  const chunks: Buffer[] = [];
  let keptBytes = 0;
  return {
    add(chunk: Uint8Array): void {
      chunks.push(Buffer.from(chunk));
      keptBytes += chunk.length;
      for (
        let first = chunks[0];
        first && keptBytes - first.length >= maxBytes;
        first = chunks[0]
      ) {
        keptBytes -= first.length;
        chunks.shift();
      }
    },
    /** The last `length` bytes, or fewer where there are no more. */
    last(length: number): Buffer {
      const kept: Buffer[] = [];
      for (let index = chunks.length - 1, left = length; left > 0; index--) {
        const chunk = chunks[index];
        if (!chunk) break;
        kept.unshift(chunk.subarray(-left));
        left -= chunk.length;
      }
      return Buffer.concat(kept);
    },
  };
}
