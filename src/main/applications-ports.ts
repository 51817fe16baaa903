import type { ApplicationsPorts } from "../modules/submissions/index.ts";
import { describeStates } from "../modules/vorgaenge/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { systemActor, type Services } from "./services.ts";

/** What the list of one's own applications asks the portals they are in. */
export function applicationsPorts(services: Services): ApplicationsPorts {
  const { portals, settings } = services;
  const contextIn: ApplicationsPorts["contextIn"] = (where) =>
    services.contextFor({ ...where, actor: systemActor });
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
    contextIn,
    describeStates: (where, submissionIds) =>
      describeStates(contextIn(where), submissionIds),
  };
}
