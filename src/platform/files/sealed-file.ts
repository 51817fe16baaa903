import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import type { ByteSource } from "./byte-source.ts";
import { readHeader, rewrapHeader, writeHeader } from "./file-header.ts";
import { FileStoreError, type FileKey, type StoredFile } from "./file-store.ts";
import { openSegments } from "./open-segments.ts";
import { inSegments, newFileSecret, segmentCipher } from "./segment-cipher.ts";

export type Seal = { readonly key: FileKey; readonly cipher: TenantCipher };

/** Encrypts `source` under a new key and hands it to `write`, header first and then one segment at a time. */
export async function writeSealed(
  source: AsyncIterable<Uint8Array>,
  { key, cipher }: Seal,
  write: (bytes: Buffer) => Promise<void>,
): Promise<StoredFile> {
  const secret = newFileSecret();
  await write(await writeHeader(secret, key, cipher));
  const segments = segmentCipher(secret, key);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let counter = 0;
  for await (const { segment, isLast } of inSegments(source)) {
    hash.update(segment);
    sizeBytes += segment.length;
    await write(segments.seal(segment, { counter, isLast }));
    counter++;
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}

/** The plain content of stored bytes. Throws "damaged" when they have no header; closes them in any case. */
export async function openSealed(
  source: ByteSource,
  key: FileKey,
  cipher: TenantCipher,
): Promise<Readable> {
  try {
    const { secret, bodyStart: start } = await readHeader(source, key, cipher);
    const damaged = (cause: unknown) =>
      new FileStoreError("damaged", key, cause);
    return openSegments({
      source,
      start,
      cipher: segmentCipher(secret, key),
      damaged,
    });
  } catch (fault) {
    await source.close();
    throw asDamaged(fault, key);
  }
}

/**
 * What stands before the content once its key is wrapped with this version of the data key; undefined: it is already. Throws as `openSealed`, and
 * leaves the source open.
 */
export async function rewrapSealed(
  source: ByteSource,
  key: FileKey,
  seal: { readonly cipher: TenantCipher; readonly version: number },
) {
  return rewrapHeader(source, key, seal).catch((fault: unknown) => {
    throw asDamaged(fault, key);
  });
}

function asDamaged(fault: unknown, key: FileKey): unknown {
  return fault instanceof RangeError
    ? new FileStoreError("damaged", key, fault)
    : fault;
}
