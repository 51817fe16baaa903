import { keyVersionOf } from "./ciphertext-header.ts";
import type { TenantCipher } from "./tenant-cipher.ts";

/** Encrypts with this version of the data key or a newer one. Throws when this process has not read it yet: a later try may. */
export async function encryptWithVersion(
  cipher: TenantCipher,
  {
    version,
    plaintext,
    purpose,
  }: {
    readonly version: number;
    readonly plaintext: Uint8Array;
    readonly purpose: string;
  },
): Promise<Buffer> {
  const ciphertext = await cipher.encrypt(plaintext, purpose);
  if (keyVersionOf(ciphertext) < version)
    throw new Error("tenant cipher: the new data key is not in use here yet");
  return ciphertext;
}
