import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";

/** Hash in hex and length. */
export type FileContent = { readonly sha256: string; readonly bytes: number };

/** A stream that passes everything on and knows hash and length of it at the end. */
export function hashPassing(): {
  readonly stream: Transform;
  result(): FileContent;
} {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ sha256: hash.digest("hex"), bytes }) };
}

/** SHA-256 of a file in hex, at constant memory. */
export async function hashFile(path: string): Promise<FileContent> {
  const hash = createHash("sha256");
  let bytes = 0;
  const chunks: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}
