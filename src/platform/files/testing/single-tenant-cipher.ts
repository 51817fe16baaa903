import { createHash, createHmac } from "node:crypto";
import {
  headerBytes,
  keyVersionOf,
  writeCiphertextHeader,
} from "../../crypto/ciphertext-header.ts";
import { seal, unseal } from "../../crypto/key-ring.ts";
import type { TenantCipher } from "../../crypto/tenant-cipher.ts";

/** A tenant's cipher for tests without a database: its keys are derived from nothing but the tenant's id and their version, which encrypts. */
export function singleTenantCipher(tenantId: string, inUse = 1): TenantCipher {
  const keyOf = (version: number) =>
    createHash("sha256")
      .update(`${tenantId}/${String(version)}`)
      .digest();
  return {
    encrypt: async (plaintext, purpose) =>
      Promise.resolve(
        Buffer.concat([
          writeCiphertextHeader(inUse),
          seal(keyOf(inUse), plaintext, purpose),
        ]),
      ),
    decrypt: async (ciphertext, purpose) => {
      const bytes = Buffer.from(ciphertext);
      return Promise.resolve(
        unseal(
          keyOf(keyVersionOf(bytes)),
          bytes.subarray(headerBytes),
          purpose,
        ),
      );
    },
    fingerprint: async (value, purpose) =>
      Promise.resolve(
        createHmac("sha256", keyOf(1)).update(`${purpose}\n${value}`).digest(),
      ),
  };
}
