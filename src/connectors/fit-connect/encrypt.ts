import { CompactEncrypt, importJWK, type JWK } from "jose";

/** Encrypts for the Zustellpunkt; the service refuses what does not say the type of its content. @see RFC 7516 */
export async function encryptFor(
  key: JWK,
  content: Uint8Array,
  contentType: string,
): Promise<string> {
  const header = {
    alg: "RSA-OAEP-256",
    enc: "A256GCM",
    cty: contentType,
    ...(key.kid !== undefined && { kid: key.kid }),
  };
  return new CompactEncrypt(content)
    .setProtectedHeader(header)
    .encrypt(await importJWK(key, "RSA-OAEP-256"));
}

/** The authentication tag of a compact JWE, its fifth part: what a signed event names to say which content it means. */
export function tagOf(jwe: string): string {
  return jwe.split(".")[4] ?? "";
}
