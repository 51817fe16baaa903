import {
  compactDecrypt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from "jose";

/** The plain content of a compact JWE for one of these keys; undefined when it is for none, damaged, or made in another way. @see RFC 7516 */
export async function decryptWith(
  keys: readonly JWK[],
  jwe: string,
): Promise<Buffer | undefined> {
  try {
    const { kid, cty } = decodeProtectedHeader(jwe);
    const key = keys.find((it) => it.kid === kid);
    if (!key || cty === undefined) return undefined;
    const { plaintext } = await compactDecrypt(jwe, await importPrivate(key), {
      keyManagementAlgorithms: ["RSA-OAEP-256"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return Buffer.from(plaintext);
  } catch (error) {
    if (isForeignFault(error)) return undefined;
    throw error;
  }
}

/** Without `key_ops` and `alg`: the self-service portal gives keys for "unwrapKey", with which jose decrypts nothing. */
function importPrivate({ key_ops: _ops, use: _use, ...key }: JWK) {
  return importJWK({ ...key, alg: "RSA-OAEP-256" }, "RSA-OAEP-256");
}

/** What content that somebody made up can cause. */
const isForeignFault = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof SyntaxError ||
  (error instanceof Error &&
    "code" in error &&
    String(error.code).startsWith("ERR_J"));
