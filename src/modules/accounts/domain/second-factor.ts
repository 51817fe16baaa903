import {
  normaliseReadableCode,
  readableCodeFrom,
} from "../../../platform/values/readable-code.ts";

export const recoveryCodeCount = 10;
const shape = { length: 16, group: 4 };

/** A code like `abcd-efgh-jkmn-pqrs`, 79 bits strong; undefined when the bytes do not suffice. */
export function recoveryCodeFrom(bytes: Uint8Array): string | undefined {
  return readableCodeFrom(bytes, shape);
}

/** As it is compared. Undefined when it cannot be a recovery code. */
export function normaliseRecoveryCode(typed: string): string | undefined {
  return normaliseReadableCode(typed, shape);
}

/** Purpose that the secret of the app is encrypted for. */
export const totpPurpose = (accountId: string) => `accounts.totp:${accountId}`;
