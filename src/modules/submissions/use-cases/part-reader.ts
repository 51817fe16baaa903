/** Cuts a stream into parts. One that breaks off simply ends: what came before is kept. */
export function createPartReader(content: AsyncIterable<Uint8Array>) {
  const chunks = content[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  let hasEnded = false;

  const hasMore = async (): Promise<boolean> => {
    while (rest.length === 0 && !hasEnded) {
      const next = await chunks.next().catch(() => undefined);
      if (next === undefined || next.done === true) hasEnded = true;
      else rest = next.value;
    }
    return rest.length > 0;
  };

  return {
    /** True when at least one byte is there. */
    hasMore,
    /** The next bytes, at most so many; read it to its end before asking again. */
    async *next(maxBytes: number): AsyncGenerator<Uint8Array> {
      let left = maxBytes;
      while (left > 0 && (await hasMore())) {
        const piece = rest.subarray(0, left);
        rest = rest.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
  };
}
