import type { ApplicationsPorts } from "../modules/submissions/index.ts";
import { describeStates } from "../modules/vorgaenge/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { systemActor, type Services } from "./services.ts";

/** What the list of one's own applications asks the portals they are in. */
export function applicationsPorts(services: Services): ApplicationsPorts {
  const { portals, settings } = services;
  return {
    portalOfTenant: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return (
        portal && {
          name: portal.name,
          baseUrl: portalBaseUrl(portal.host, settings),
        }
      );
    },
    describeStates: ({ tenantId, locale }, submissionIds) =>
      describeStates(
        services.contextFor({ tenantId, locale, actor: systemActor }),
        submissionIds,
      ),
  };
}
