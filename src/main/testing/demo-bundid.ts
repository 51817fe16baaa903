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

/** Offers "BundID" on all portals, played by an identity provider of another maker in a process of its own. */
export async function offerBundid(
  portal: TestPortal,
): Promise<RunningSamlProvider> {
  const provider = await startSamlProvider({
    port: await freePort(),
    portalMetadata: `${portal.baseUrl("")}/anmelden/metadaten/bundid`,
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
      key: "bundid",
      kind: "bundid",
      name: { de: "BundID", en: "BundID" },
      description: {
        de: "Mit Online-Ausweis, ELSTER oder Benutzername",
        en: "With your eID, ELSTER or a user name",
      },
      settings: {
        configuration: {
          metadataAddress: provider.metadataAddress,
          onlineServiceId: "BMI-0000",
        },
        secrets: {
          signing: {
            privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
            certificate,
          },
        },
      },
      assuranceLevel: "high",
      portalTenantId: undefined,
    },
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return provider;
}
