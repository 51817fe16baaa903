import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
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

/** A program that may call for the tenant, as who reviews accesses sees it. */
export type Program = {
  readonly name: string;
  /** The system it belongs to. */
  readonly system: string;
  /** In words. */
  readonly rights: readonly string[];
  readonly lastUsedAt: Date | undefined;
};

/** All programs of the context's tenant; empty for who may not review accesses. */
export type ListPrograms = (
  context: Context,
  locale: Locale,
) => Promise<readonly Program[]>;

/** A Leistung by its name in addresses, and as people call it. */
export type LeistungName = { readonly slug: string; readonly title: string };

/** The Leistungen of the context's portal. */
export type ListLeistungen = (
  context: Context,
) => Promise<readonly LeistungName[]>;
