import type { KeyObject } from "node:crypto";
import {
  demoProviderKeys,
  type DemoProviderKey,
} from "../modules/federation/demo/demo-answers.ts";
import {
  startDemoProviders,
  type RunningDemoProviders,
} from "../modules/federation/demo/start-demo-providers.ts";
import {
  keeperOf,
  listConfigured,
  saveProvider,
  type IdentityProvider,
  type ProviderKind,
} from "../modules/federation/index.ts";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Settings } from "../platform/config/settings.ts";
import { makeRsaKey } from "../platform/saml/self-signed-key.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { federationPorts } from "./federation-ports.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

type DemoProvider = {
  readonly kind: ProviderKind;
  readonly name: string;
  readonly description: { readonly de: string; readonly en: string };
  readonly configuration: Readonly<Record<string, string>>;
};

const demoProviders: Readonly<Record<DemoProviderKey, DemoProvider>> = {
  bundid: {
    kind: "bundid",
    name: "BundID (Demo)",
    description: {
      de: "Vorführung mit erfundenen Personen: mit Benutzername, Zertifikat oder Online-Ausweis.",
      en: "Demo with invented people: by user name, certificate or online ID card.",
    },
    configuration: { onlineServiceId: "BMI-0000" },
  },
  unternehmenskonto: {
    kind: "muk",
    name: "Unternehmenskonto (Demo)",
    description: {
      de: "Vorführung mit einem erfundenen Unternehmen.",
      en: "Demo with an invented company.",
    },
    configuration: {},
  },
};

/**
 * Runs the identity providers of the demo beside the portal, on a port of their own, and offers them on all portals. Undefined where they do
 * not start. Production never gets here with demo data; asked for all the same, it throws `SettingsError`.
 */
export async function offerDemoProviders(
  services: Services,
  port: number,
): Promise<RunningDemoProviders | undefined> {
  const { settings } = services;
  if (settings.environment === "production")
    throw new SettingsError(
      "NODE_ENV is production, where nobody may sign in as an invented person. Example: NODE_ENV=development",
    );
  const running = await startDemoProviders({
    host: settings.host,
    port,
    origin: originOf(settings, port),
    portalMetadata: {
      bundid: metadataOf(settings, "bundid"),
      unternehmenskonto: metadataOf(settings, "unternehmenskonto"),
    },
    portalDomain: settings.publicBaseDomain,
  });
  if (running)
    for (const key of demoProviderKeys) await offer(services, key, port);
  return running;
}

function originOf({ publicBaseDomain }: Settings, port: number): string {
  return `http://${publicBaseDomain.replace(/:\d+$/, "")}:${String(port)}`;
}

const metadataOf = (settings: Settings, key: DemoProviderKey) =>
  `${portalBaseUrl("", settings)}/anmelden/metadaten/${key}`;

/** Sets the provider up, or tells the portal where it is now. Keys that are there stay. */
async function offer(
  services: Services,
  key: DemoProviderKey,
  port: number,
): Promise<void> {
  const context = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  const { kind, name, description, configuration } = demoProviders[key];
  const metadataAddress = `http://localhost:${String(port)}/${key}/metadata`;
  const all = await listConfigured(keeperOf(context, context));
  const known = all.find(({ provider }) => provider.key === key)?.provider;
  if (known && isReachedAt(known, metadataAddress)) return;
  const saved = await saveProvider(context, federationPorts(services), {
    key,
    kind,
    name: { de: name, en: name },
    description,
    assuranceLevel: "high",
    portalTenantId: undefined,
    settings: {
      configuration: { ...configuration, metadataAddress },
      secrets: known?.secrets ?? newSecrets(),
    },
  });
  if (!saved.ok) throw new Error(`demo provider ${key}: ${saved.refusal.kind}`);
}

const isReachedAt = ({ configuration }: IdentityProvider, address: string) =>
  typeof configuration === "object" &&
  configuration !== null &&
  "metadataAddress" in configuration &&
  configuration.metadataAddress === address;

function newSecrets(): Readonly<Record<string, string>> {
  const { privateKey, certificate } = makeRsaKey();
  return { privateKey: pemOf(privateKey), certificate };
}

const pemOf = (key: KeyObject): string =>
  key.export({ type: "pkcs8", format: "pem" }).toString();
