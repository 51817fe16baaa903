import type { TenantCipher } from "./tenant-cipher.ts";
import {
  newTotpSecret,
  totpAddress,
  totpSecretText,
  totpStepOf,
} from "./totp.ts";

/** The secret of somebody's authenticator app as it is stored, and what it was encrypted for. */
export type SealedSecret = {
  readonly sealed: Uint8Array;
  readonly purpose: string;
};

/** What an app scans, or what is typed into it. */
export type AppSetup = {
  /** `otpauth://` address, for the QR code. */
  readonly address: string;
  /** The secret to type where nothing can be scanned. */
  readonly secretText: string;
};

/** A new secret, to be stored until its first code. */
export function sealNewSecret(
  cipher: TenantCipher,
  purpose: string,
): Promise<Buffer> {
  return cipher.encrypt(newTotpSecret(), purpose);
}

/** `shown` stands in the app above the codes. */
export async function readAppSetup(
  cipher: TenantCipher,
  { sealed, purpose }: SealedSecret,
  shown: { readonly issuer: string; readonly account: string },
): Promise<AppSetup> {
  const secret = await cipher.decrypt(sealed, purpose);
  return {
    address: totpAddress(secret, shown),
    secretText: totpSecretText(secret),
  };
}

/** The step that a typed code belongs to; undefined for a wrong one. The caller refuses a step that was used. */
export async function stepOfCode(
  cipher: TenantCipher,
  { sealed, purpose }: SealedSecret,
  { code, now }: { readonly code: string; readonly now: Date },
): Promise<number | undefined> {
  const secret = await cipher.decrypt(sealed, purpose);
  return totpStepOf(secret, code.replaceAll(/\s/g, ""), now);
}
