import type { KeyObject } from "node:crypto";

/**
 * Names a key that gives less than 128 bits of security, as "RSA 2048"; undefined when it gives that much.
 * @see NIST SP 800-57 part 1 table 2; OWASP ASVS 5.0 11.2.3; BSI TR-02102-1 section 2.3: RSA from 3000 bits
 */
export function shortKey(key: KeyObject): string | undefined {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key;
  const bits = details?.modulusLength;
  return (kind === "rsa" || kind === "rsa-pss") &&
    bits !== undefined &&
    bits < 3000
    ? `RSA ${String(bits)}`
    : undefined;
}
