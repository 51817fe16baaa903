import { keyVersionOf } from "../crypto/ciphertext-header.ts";
import { encryptWithVersion } from "../crypto/encrypt-with-version.ts";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";
import type { ByteSource } from "./byte-source.ts";
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
  return headerOf(wrapped);
}

function headerOf(wrapped: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  return Buffer.concat([MAGIC, length, wrapped]);
}

/** Reads the secret back. Throws when the header was changed or belongs to another tenant or file. */
export async function readHeader(
  source: ByteSource,
  key: FileKey,
  cipher: TenantCipher,
): Promise<{ readonly secret: FileSecret; readonly bodyStart: number }> {
  const { wrapped, bodyStart } = await readWrapped(source);
  const secret = await cipher.decrypt(wrapped, purpose(key));
  if (secret.length !== KEY_BYTES + PREFIX_BYTES)
    throw new RangeError("file key of unexpected length");
  return {
    secret: {
      key: secret.subarray(0, KEY_BYTES),
      noncePrefix: secret.subarray(KEY_BYTES),
    },
    bodyStart,
  };
}

/**
 * The header with the same secret, wrapped with this version of the data key; it is as long as before. Undefined: it is wrapped so already, or
 * with a newer one. Throws as `readHeader`.
 */
export async function rewrapHeader(
  source: ByteSource,
  key: FileKey,
  {
    cipher,
    version,
  }: { readonly cipher: TenantCipher; readonly version: number },
): Promise<
  { readonly header: Buffer; readonly bodyStart: number } | undefined
> {
  const { wrapped, bodyStart } = await readWrapped(source);
  if (keyVersionOf(wrapped) >= version) return undefined;
  const plaintext = await cipher
    .decrypt(wrapped, purpose(key))
    .catch((cause: unknown) => {
      throw new RangeError("file key does not open", { cause });
    });
  const again = await encryptWithVersion(cipher, {
    version,
    plaintext,
    purpose: purpose(key),
  });
  const header = headerOf(again);
  if (header.length !== bodyStart)
    throw new RangeError("file header of unexpected length");
  return { header, bodyStart };
}

async function readWrapped(source: ByteSource) {
  const fixed = await source.read(0, FIXED_BYTES);
  if (!fixed.subarray(0, MAGIC.length).equals(MAGIC))
    throw new RangeError("not a file of this store");
  const wrappedBytes = fixed.readUInt16BE(MAGIC.length);
  const wrapped = await source.read(FIXED_BYTES, wrappedBytes);
  return { wrapped, bodyStart: FIXED_BYTES + wrappedBytes };
}

const purpose = ({ fileId }: FileKey) => `file:${fileId}`;
