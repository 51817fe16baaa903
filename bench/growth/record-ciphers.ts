import type { TenantCipher } from "../../src/platform/crypto/tenant-cipher.ts";
import type { Services } from "../../src/main/services.ts";

/** What a ciphertext holds, and as what it was written. */
export type Sealed = {
  readonly tenantId: string;
  readonly purpose: string;
  readonly plaintext: Buffer;
};

/** What a keyed hash was made of. */
export type Hashed = {
  readonly tenantId: string;
  readonly purpose: string;
  readonly value: string;
};

/** Everything that was encrypted or hashed, so that it can be made again for other rows and tenants. */
export type Recorded = {
  /** By the ciphertext, in hexadecimal digits. */
  readonly sealed: Map<string, Sealed>;
  /** By the hash, in hexadecimal digits. */
  readonly hashed: Map<string, Hashed>;
  /** By the first eight bytes of the hash as a signed number: words to search by are stored so. */
  readonly words: Map<string, Hashed>;
};

/** The same services; what their ciphers do is written down. */
export function recordCiphers(services: Services): {
  readonly services: Services;
  readonly recorded: Recorded;
} {
  const recorded: Recorded = {
    sealed: new Map(),
    hashed: new Map(),
    words: new Map(),
  };
  const cipherOf = (tenantId: string) =>
    recordingCipher(services.cipherOf(tenantId), { tenantId, recorded });
  return {
    recorded,
    services: {
      ...services,
      cipherOf,
      contextFor: (input) => ({
        ...services.contextFor(input),
        cipher: cipherOf(input.tenantId),
      }),
    },
  };
}

function recordingCipher(
  cipher: TenantCipher,
  {
    tenantId,
    recorded,
  }: { readonly tenantId: string; readonly recorded: Recorded },
): TenantCipher {
  return {
    decrypt: (ciphertext, purpose) => cipher.decrypt(ciphertext, purpose),
    encrypt: async (plaintext, purpose) => {
      const ciphertext = await cipher.encrypt(plaintext, purpose);
      recorded.sealed.set(ciphertext.toString("hex"), {
        tenantId,
        purpose,
        plaintext: Buffer.from(plaintext),
      });
      return ciphertext;
    },
    fingerprint: async (value, purpose) => {
      const hash = await cipher.fingerprint(value, purpose);
      const hashed = { tenantId, purpose, value };
      recorded.hashed.set(hash.toString("hex"), hashed);
      recorded.words.set(hash.readBigInt64BE(0).toString(), hashed);
      return hash;
    },
  };
}
