import type { IdentityProviderMetadata } from "../../../../platform/saml/identity-provider-metadata.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import type {
  ProtocolMoment,
  ProviderSettings,
} from "../../domain/sign-in-protocol.ts";
import { bundidConfiguration, bundidDialect } from "./bundid.ts";
import type { SamlDialect } from "./dialect.ts";
import { mukDialect } from "./muk.ts";
import { plainConfiguration, plainDialect } from "./plain.ts";
import {
  commonConfiguration,
  metadataSource,
  samlSecrets,
  type SamlSecrets,
} from "./saml-settings.ts";

export const samlKinds = ["bundid", "muk", "saml"] as const;

export type SamlKind = (typeof samlKinds)[number];

/** A provider with its settings read, ready to be spoken with. */
export type OpenedProvider = {
  readonly provider: IdentityProvider;
  readonly dialect: SamlDialect;
  readonly secrets: SamlSecrets;
  /** What it knows us by. */
  readonly entityId: string;
};

/** A provider with both sides known. */
export type KnownProvider = OpenedProvider & {
  readonly metadata: IdentityProviderMetadata;
};

const dialects = {
  bundid: { open: bundidDialect, configuration: bundidConfiguration },
  muk: { open: mukDialect, configuration: commonConfiguration },
  saml: { open: plainDialect, configuration: plainConfiguration },
};

/** Throws a ZodError where the settings are not those of a provider of this kind. */
export function openSamlProvider(
  kind: SamlKind,
  provider: IdentityProvider,
  moment: ProtocolMoment,
): OpenedProvider {
  const dialect = dialects[kind].open(provider.configuration);
  return {
    provider,
    dialect,
    secrets: samlSecrets.parse(provider.secrets),
    entityId:
      dialect.settings.entityId ??
      `${moment.installationAddress}/anmelden/metadaten/${provider.key}`,
  };
}

/** The settings as they are stored: the configuration with its defaults, the secrets as they came. */
export function parseSamlSettings(
  kind: SamlKind,
  { configuration, secrets }: ProviderSettings,
): ProviderSettings {
  samlSecrets.parse(secrets);
  const read = dialects[kind].configuration.parse(configuration);
  metadataSource.parse(read);
  return { configuration: read, secrets };
}
