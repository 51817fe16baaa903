import type { RelyingParty } from "../../platform/openid-connect/relying-party.ts";
import type { RelyingPartySettings } from "../../platform/openid-connect/settings.ts";

/** Speaks OpenID Connect with a user directory. */
export type OpenRelyingParty = (settings: RelyingPartySettings) => RelyingParty;
