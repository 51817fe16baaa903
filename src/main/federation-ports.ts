import {
  createOidcProtocol,
  samlProtocols,
  type FederationPorts,
} from "../modules/federation/index.ts";
import { organisationAsserted } from "../modules/representation/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { openIdentityHttp } from "./reach.ts";
import type { Services } from "./services.ts";

/** Every page is there within three seconds, whether or not a provider answers. */
const answerDeadlineMs = 2_500;

/** How this installation speaks with identity providers. */
export function federationPorts({
  portals,
  settings,
  logger,
}: Pick<Services, "portals" | "settings" | "logger">): FederationPorts {
  const plainHttp =
    settings.environment === "production" ? "never" : "to-this-machine";
  const http = openIdentityHttp(settings);
  return {
    protocols: [
      createOidcProtocol({ http, plainHttp }),
      ...samlProtocols({ http, plainHttp }),
    ],
    portals,
    baseUrlOf: (portal) => portalBaseUrl(portal.host, settings),
    answerDeadlineMs,
    releasedHosts: settings.identityProviderHosts,
    keepOrganisation: (context, db, { accountId, provider, organisation }) =>
      organisationAsserted(context, db, {
        accountId,
        organisation: { ...organisation, provider },
      }),
    onFailure: (provider, code) => {
      logger.warn({ provider, code }, "federation: sign-in came to nothing");
    },
  };
}
