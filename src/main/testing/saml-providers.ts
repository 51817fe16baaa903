import { saveProvider } from "../../modules/federation/index.ts";
import {
  startSamlProvider,
  type RunningSamlProvider,
} from "../../modules/federation/testing/start-saml-provider.ts";
import { makeRsaKey } from "../../platform/saml/testing/make-certificate.ts";
import { federationPorts } from "../federation-ports.ts";
import { installationTenantId, systemActor } from "../services.ts";
import { freePort } from "./free-port.ts";
import type { TestPortal } from "./test-portal.ts";

/** Offers BundID on all portals, played by an identity provider of another maker in a process of its own. */
export const offerBundid = (portal: TestPortal): Promise<RunningSamlProvider> =>
  offer(portal, {
    key: "bundid",
    name: "BundID",
    configuration: { onlineServiceId: "BMI-0000" },
  });

/** The same for the Organisationskonto. */
export const offerOrganisationskonto = (
  portal: TestPortal,
): Promise<RunningSamlProvider> =>
  offer(portal, {
    key: "muk",
    name: "Mein Unternehmenskonto",
    configuration: {},
  });

async function offer(
  portal: TestPortal,
  {
    key,
    name,
    configuration,
  }: {
    readonly key: "bundid" | "muk";
    readonly name: string;
    readonly configuration: Readonly<Record<string, string>>;
  },
): Promise<RunningSamlProvider> {
  const provider = await startSamlProvider({
    port: await freePort(),
    portalMetadata: `${portal.baseUrl("")}/anmelden/metadaten/${key}`,
  });
  const { services } = portal;
  const { privateKey, certificate } = makeRsaKey();
  const saved = await saveProvider(
    services.contextFor({
      tenantId: await installationTenantId(services),
      actor: systemActor,
    }),
    federationPorts(services),
    {
      key,
      kind: key,
      name: { de: name, en: name },
      description: { de: "Zur Probe", en: "For trying out" },
      settings: {
        configuration: {
          metadataAddress: provider.metadataAddress,
          ...configuration,
        },
        secrets: {
          privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
          certificate,
        },
      },
      assuranceLevel: "high",
      portalTenantId: undefined,
    },
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return provider;
}
