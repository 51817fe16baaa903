import type { Authorities, Authority } from "../modules/vorgaenge/index.ts";
import type { Portal } from "../modules/tenants/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import type { Services } from "./services.ts";

/** The authorities of the installation as those who work with each other see them. */
export function authoritiesOf(services: Services): Authorities {
  const { portals, settings } = services;
  const authorityOf = (portal: Portal): Authority => ({
    tenantId: portal.tenantId,
    name: portal.name,
    ars: portal.ars,
    baseUrl: portalBaseUrl(portal.host, settings),
    email: portal.contact.email,
  });
  return {
    list: async () =>
      (await portals.list())
        .filter(({ kind }) => kind !== "installation")
        .map(authorityOf),
    find: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return portal?.kind === "installation"
        ? undefined
        : portal && authorityOf(portal);
    },
    contextIn: ({ actor, locale, correlationId }, tenantId) =>
      services.contextFor({ tenantId, actor, locale, correlationId }),
  };
}
