import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  type KeyObject,
} from "node:crypto";

/** Keys of the installation: the first wraps new data keys, the others still open old ones (rotation). */
export type KeyRing = {
  readonly keys: readonly { readonly id: string; readonly secret: Buffer }[];
};

const ivBytes = 12;
const tagBytes = 16;

/**
 * Parses `SECRET_KEYS`: `id:base64` pairs separated by commas, newest first, 32 bytes each.
 * Throws with what is wrong; never prints a key.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(",").map((entry) => {
    const [id = "", secret = ""] = entry.trim().split(":");
    const bytes = Buffer.from(secret, "base64");
    if (!/^[\w-]{1,40}$/.test(id) || bytes.length !== 32) {
      throw new Error("each key must look like 2027a:<32 bytes in base64>");
    }
    return { id, secret: bytes };
  });
  if (new Set(keys.map((key) => key.id)).size !== keys.length) {
    throw new Error("two keys have the same id");
  }
  return { keys };
}

/** A new key ring with one random key, in the text form `parseKeyRing` reads. */
export function generateKeyRing(id: string): string {
  return `${id}:${randomBytes(32).toString("base64")}`;
}

/** AES-256-GCM: iv, tag, ciphertext in one buffer; `context` is authenticated, not stored. */
export function seal(
  key: Buffer | KeyObject,
  plaintext: Uint8Array,
  context: string,
): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. Throws when key, context or a single bit differs. */
export function unseal(
  key: Buffer | KeyObject,
  sealed: Uint8Array,
  context: string,
): Buffer {
  const bytes = Buffer.from(
    sealed.buffer,
    sealed.byteOffset,
    sealed.byteLength,
  );
  const decipher = createDecipheriv(
    "aes-256-gcm",
    key,
    bytes.subarray(0, ivBytes),
    { authTagLength: tagBytes },
  );
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([
    decipher.update(bytes.subarray(ivBytes + tagBytes)),
    decipher.final(),
  ]);
}
