import type { ProvenLevel } from "./assurance-level.ts";
import { localProvider } from "./identity.ts";

/** So many are more than anybody has devices. */
export const mostPasskeys = 20;

export const longestPasskeyName = 50;

/** A name as its owner will read it, or undefined when there is none in what was typed. */
export function passkeyName(typed: string): string | undefined {
  const name = typed
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return name === "" ? undefined : name.slice(0, longestPasskeyName);
}

/**
 * True where a count shows that a second device has the same key. Devices that do not count always say 0.
 * @see WebAuthn section 6.1.1
 */
export function isCopied(known: number, told: number): boolean {
  return (known > 0 || told > 0) && told <= known;
}

/** What a passkey or an app with codes can prove in an account that was confirmed at the counter. */
export type FactorLevel = Exclude<ProvenLevel, "high">;

/**
 * What a factor proves that is added in a session: no more than that session, and more than low only where the account itself proved it.
 * Otherwise a factor added with a stolen password would pass for the person whose ID card was seen.
 */
export function levelOfNewFactor(session: {
  readonly assuranceLevel: ProvenLevel;
  readonly provider: string;
}): FactorLevel {
  return session.provider === localProvider &&
    session.assuranceLevel === "substantial"
    ? "substantial"
    : "low";
}

/** Level of a sign-in with two factors: that of the factor, while the person counts as confirmed at the counter. */
export function levelOfSignIn(
  factorLevel: FactorLevel,
  identities: readonly { readonly provider: string }[],
): FactorLevel {
  return identities.some(({ provider }) => provider === counterProvider)
    ? factorLevel
    : "low";
}

/** Who confirmed an identity at the counter, in the place of an identity provider's key. */
export const counterProvider = "counter";

/** Purpose that the name of a passkey is encrypted for. */
export const passkeyNamePurpose = (credentialId: Buffer) =>
  `accounts.passkey:${credentialId.toString("hex")}`;
