import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { FileKey } from "./file-store.ts";

export const SEGMENT_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const PREFIX_BYTES = 7;
const ALGORITHM = "aes-256-gcm";
const MAX_COUNTER = 0xffff_ffff;

/** Key material of one file: a random key and the random first part of every nonce. */
export type FileSecret = { readonly key: Buffer; readonly noncePrefix: Buffer };

/** Where a segment stands. The last one is marked, so that a cut file cannot pass as a shorter one. */
export type SegmentPosition = {
  readonly counter: number;
  readonly isLast: boolean;
};

export type SegmentCipher = {
  seal(segment: Uint8Array, position: SegmentPosition): Buffer;
  /** Throws when the segment was changed or belongs to another place, file or tenant. */
  open(sealed: Uint8Array, position: SegmentPosition): Buffer;
};

/** New random key material; never used for a second file. */
export function newFileSecret(): FileSecret {
  return { key: randomBytes(32), noncePrefix: randomBytes(PREFIX_BYTES) };
}

/**
 * Encrypts a file segment by segment (AES-256-GCM), so that any length passes at constant memory.
 * Nonce = prefix, counter, last-flag.
 * @see Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance (STREAM), 2015
 */
export function segmentCipher(
  { key, noncePrefix }: FileSecret,
  file: FileKey,
): SegmentCipher {
  const owner = Buffer.from(`${file.tenantId}/${file.fileId}`);
  return {
    seal(segment, position) {
      const cipher = createCipheriv(
        ALGORITHM,
        key,
        nonce(noncePrefix, position),
      ).setAAD(owner);
      return Buffer.concat([
        cipher.update(segment),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    open(sealed, position) {
      if (sealed.length < TAG_BYTES)
        throw new RangeError("segment shorter than its tag");
      const body = sealed.subarray(0, -TAG_BYTES);
      const decipher = createDecipheriv(
        ALGORITHM,
        key,
        nonce(noncePrefix, position),
        { authTagLength: TAG_BYTES },
      );
      decipher.setAAD(owner).setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function nonce(prefix: Buffer, { counter, isLast }: SegmentPosition): Buffer {
  if (counter > MAX_COUNTER)
    throw new RangeError("file too long: the segment counter would repeat");
  const value = Buffer.alloc(12);
  prefix.copy(value);
  value.writeUInt32BE(counter, PREFIX_BYTES);
  value.writeUInt8(isLast ? 1 : 0, 11);
  return value;
}

/** Cuts a stream into segments of exactly `SEGMENT_BYTES`; only the last one is shorter, and there is always a last one. */
export async function* inSegments(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly segment: Buffer; readonly isLast: boolean }> {
  const room = Buffer.alloc(SEGMENT_BYTES);
  let filled = 0;
  for await (const chunk of source) {
    for (let offset = 0; offset < chunk.length;) {
      // A full segment waits here until more arrives: only then is it known not to be the last one.
      if (filled === SEGMENT_BYTES) {
        yield { segment: room, isLast: false };
        filled = 0;
      }
      const part = chunk.subarray(offset, offset + SEGMENT_BYTES - filled);
      room.set(part, filled);
      filled += part.length;
      offset += part.length;
    }
  }
  yield { segment: room.subarray(0, filled), isLast: true };
}
