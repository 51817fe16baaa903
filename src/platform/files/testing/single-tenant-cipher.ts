import { createHash, createHmac } from "node:crypto";
import { seal, unseal } from "../../crypto/key-ring.ts";
import type { TenantCipher } from "../../crypto/tenant-cipher.ts";

/** A tenant's cipher for tests without a database: the key is derived from nothing but the tenant's id. */
export function singleTenantCipher(tenantId: string): TenantCipher {
  const key = createHash("sha256").update(tenantId).digest();
  return {
    encrypt: async (plaintext, purpose) =>
      Promise.resolve(seal(key, plaintext, purpose)),
    decrypt: async (ciphertext, purpose) =>
      Promise.resolve(unseal(key, ciphertext, purpose)),
    fingerprint: async (value, purpose) =>
      Promise.resolve(
        createHmac("sha256", key).update(`${purpose}\n${value}`).digest(),
      ),
  };
}
