import type { Context } from "../../platform/context/context.ts";
import type { RelyingParty } from "../../platform/openid-connect/relying-party.ts";
import type { RelyingPartySettings } from "../../platform/openid-connect/settings.ts";

/** Speaks OpenID Connect with a user directory. */
export type OpenRelyingParty = (settings: RelyingPartySettings) => RelyingParty;

/** How user directories of authorities are reached. */
export type DirectoryPorts = {
  readonly openRelyingParty: OpenRelyingParty;
  /** Hosts that administrators may name. */
  readonly releasedHosts: readonly string[];
};

/** A Leistung by its name in addresses, and as people call it. */
export type LeistungName = { readonly slug: string; readonly title: string };

/** The Leistungen of the context's portal. */
export type ListLeistungen = (
  context: Context,
) => Promise<readonly LeistungName[]>;
