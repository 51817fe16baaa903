import { Readable } from "node:stream";

/**
 * Says that nobody reads a content any further: a stream then closes its file at once. Its iterator does not do so where nobody has begun
 * to read, and the file would stay open until the garbage is collected.
 */
export function leaveUnread(content: AsyncIterable<Uint8Array>): void {
  if (content instanceof Readable) content.destroy();
}
