import type { ProvenLevel } from "./assurance-level.ts";
import type { AssuranceLevel } from "./assurance-level.ts";
import type { ProfileAttribute } from "./profile-attributes.ts";

/** One thing an identity provider said of a person, and how sure it is. */
export type AssertedValue = {
  readonly attribute: ProfileAttribute;
  readonly value: string;
  readonly assuranceLevel: AssuranceLevel;
};

/** Who somebody is, as an identity provider has just confirmed it. */
export type AssertedIdentity = {
  /** Key of the provider. */
  readonly provider: string;
  /** The provider's stable name of the person: `sub`, bPK2. Never an address or a name. */
  readonly subject: string;
  readonly assuranceLevel: ProvenLevel;
  readonly displayName: string;
  readonly values: readonly AssertedValue[];
  /** Handle of the person's Postfach there, where the provider has one. */
  readonly postfachHandle?: string | undefined;
};

/** In the place of an identity provider's key: password, code and passkey of the account itself. */
export const localProvider = "local";

/** Purposes that encrypted values are bound to. */
export const purposes = {
  displayName: (accountId: string) => `accounts.name:${accountId}`,
  email: (accountId: string) => `accounts.email:${accountId}`,
  subject: (identityId: string) => `accounts.subject:${identityId}`,
  postfachHandle: (identityId: string) => `accounts.postfach:${identityId}`,
  value: (accountId: string, attribute: string) =>
    `accounts.value:${accountId}:${attribute}`,
  consent: (consentId: string) => `accounts.consent:${consentId}`,
  partyName: (partyId: string) => `accounts.party:${partyId}`,
} as const;

/** Purposes of the keyed hashes things are found by. */
export const fingerprints = {
  email: "accounts.email",
  subject: (provider: string) => `accounts.subject:${provider}`,
} as const;

/** An address as it is stored and compared. */
export function normaliseEmail(typed: string): string {
  return typed.normalize("NFC").trim().toLowerCase();
}

/** True for something that can be an e-mail address; whether it exists is the sender's matter. */
export function isEmail(address: string): boolean {
  return address.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address);
}
