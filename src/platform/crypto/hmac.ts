import { hash } from "node:crypto";

/** A key of HMAC-SHA-256, made ready for many messages. */
export type HmacKey = { readonly inner: Buffer; readonly outer: Buffer };

const blockBytes = 64;

/** Of 64 bytes at most, as all keys of this program are: a longer one would have to be hashed first. */
export function hmacKey(key: Uint8Array): HmacKey {
  if (key.length > blockBytes) throw new RangeError("hmac: key is too long");
  const padded = (pad: number) =>
    Buffer.from(
      Array.from({ length: blockBytes }, (_, at) => (key[at] ?? 0) ^ pad),
    );
  return { inner: padded(0x36), outer: padded(0x5c) };
}

/**
 * HMAC-SHA-256 of a text. Two hashes in one call each take a sixth of the time that `createHmac` takes for a word, and a text has many.
 * @see RFC 2104
 */
export function hmac({ inner, outer }: HmacKey, text: string): Buffer {
  const once = sha256(Buffer.concat([inner, Buffer.from(text)]));
  return sha256(Buffer.concat([outer, once]));
}

const sha256 = (bytes: Buffer): Buffer => hash("sha256", bytes, "buffer");
