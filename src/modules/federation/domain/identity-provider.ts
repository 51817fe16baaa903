import type { ProvenLevel } from "../../accounts/index.ts";

/** The kinds that can be set up; each has a protocol that speaks with it. */
export const providerKinds = ["oidc", "saml", "bundid", "muk"] as const;

/** What a provider is; the protocol that speaks with it says which kinds it knows. */
export type ProviderKind = (typeof providerKinds)[number];

/** An identity provider as it was set up, with its secrets. `configuration` and `secrets` were checked by its protocol when saved. */
export type IdentityProvider = {
  readonly key: string;
  readonly kind: ProviderKind;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly configuration: unknown;
  readonly secrets: unknown;
  /** The highest level it can prove. */
  readonly assuranceLevel: ProvenLevel;
  /** The portal that offers it; undefined: all. */
  readonly portalTenantId: string | undefined;
  readonly isEnabled: boolean;
  /** Changes with every change of the settings: whoever keeps something made from them keeps it by this. */
  readonly updatedAt: Date;
};

export type LocalText = { readonly de: string; readonly en: string };

/** True for a key that may be given to a provider: part of addresses, and never the name of something else: of a proof of our own, or of a page. */
export function isProviderKey(text: string): boolean {
  return (
    /^[a-z][a-z0-9-]{1,38}$/.test(text) &&
    !["local", "counter", "self", "neu"].includes(text)
  );
}
