import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const stepSeconds = 30;

/** A new secret for an authenticator app: 160 random bits. @see RFC 4226 section 4 */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** Secret as the app shows it when it is typed instead of scanned. */
export function totpSecretText(secret: Uint8Array): string {
  return secretOf(secret).base32;
}

/** `otpauth://` address for the QR code. `issuer` and `account` are what the app shows. */
export function totpAddress(
  secret: Uint8Array,
  shown: { readonly issuer: string; readonly account: string },
): string {
  return totpOf(secret, shown.issuer, shown.account).toString();
}

/**
 * The 30 second step a code belongs to, or undefined when it is wrong. One step before and after counts, for clocks that
 * differ. The caller must refuse a step that was already used. @see RFC 6238 section 5.2
 */
export function totpStepOf(
  secret: Uint8Array,
  code: string,
  now: Date,
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return undefined;
  return Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

/** The code an app would show. */
export function totpCodeAt(secret: Uint8Array, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

function totpOf(secret: Uint8Array, issuer = "", label = ""): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: secretOf(secret),
    algorithm: "SHA1",
    digits: 6,
    period: stepSeconds,
  });
}

function secretOf(secret: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
