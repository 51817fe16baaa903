import type { FileHandle } from "node:fs/promises";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import type { FileKey } from "./file-store.ts";
import { PREFIX_BYTES, type FileSecret } from "./segment-cipher.ts";

/** Format 1: magic, length of the wrapped secret (2 bytes, big endian), wrapped secret; then the segments. */
const MAGIC = Buffer.from("ORFILE1\n", "latin1");
const FIXED_BYTES = MAGIC.length + 2;
const KEY_BYTES = 32;

/** The bytes before the first segment; the secret in them is wrapped for this tenant and this file only. */
export async function writeHeader(
  secret: FileSecret,
  key: FileKey,
  cipher: TenantCipher,
): Promise<Buffer> {
  const wrapped = await cipher.encrypt(
    Buffer.concat([secret.key, secret.noncePrefix]),
    purpose(key),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  return Buffer.concat([MAGIC, length, wrapped]);
}

/** Reads the secret back. Throws when the header was changed or belongs to another tenant or file. */
export async function readHeader(
  handle: FileHandle,
  key: FileKey,
  cipher: TenantCipher,
): Promise<{ readonly secret: FileSecret; readonly bodyStart: number }> {
  const fixed = await readExactly(handle, 0, FIXED_BYTES);
  if (!fixed.subarray(0, MAGIC.length).equals(MAGIC))
    throw new RangeError("not a file of this store");
  const wrappedBytes = fixed.readUInt16BE(MAGIC.length);
  const wrapped = await readExactly(handle, FIXED_BYTES, wrappedBytes);
  const secret = await cipher.decrypt(wrapped, purpose(key));
  if (secret.length !== KEY_BYTES + PREFIX_BYTES)
    throw new RangeError("file key of unexpected length");
  return {
    secret: {
      key: secret.subarray(0, KEY_BYTES),
      noncePrefix: secret.subarray(KEY_BYTES),
    },
    bodyStart: FIXED_BYTES + wrappedBytes,
  };
}

/** `length` bytes from `position`; throws when the file ends before. */
export async function readExactly(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(
      buffer,
      filled,
      length - filled,
      position + filled,
    );
    if (bytesRead === 0) throw new RangeError("file ends too early");
    filled += bytesRead;
  }
  return buffer;
}

const purpose = ({ fileId }: FileKey) => `file:${fileId}`;
