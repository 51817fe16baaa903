/** Letters and digits that are not mixed up when read aloud or copied by hand. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

export const recoveryCodeCount = 10;
const codeLength = 16;

/**
 * A code like `abcd-efgh-jkmn-pqrs` from random bytes, 79 bits strong. Bytes that would make some letters likelier are
 * left out; undefined when too few are left.
 */
export function recoveryCodeFrom(bytes: Uint8Array): string | undefined {
  const fair = Array.from(bytes).filter(
    (byte) => byte < 256 - (256 % alphabet.length),
  );
  if (fair.length < codeLength) return undefined;
  return fair
    .slice(0, codeLength)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join("")
    .replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** As it is compared: without gaps, in lower case. Undefined when it cannot be a recovery code. */
export function normaliseRecoveryCode(typed: string): string | undefined {
  const letters = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  if (letters.length !== codeLength) return undefined;
  return letters.replaceAll(/(.{4})(?=.)/g, "$1-");
}
