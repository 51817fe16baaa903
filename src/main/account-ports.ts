import type { AccountKeeper } from "../modules/accounts/index.ts";
import type { AccountsPorts } from "../modules/accounts/module.ts";
import { listProviderNames } from "../modules/federation/index.ts";
import { keptNotices } from "../modules/notices/index.ts";
import { keptForAccount } from "../modules/representation/index.ts";
import { keptInPostfach } from "../modules/postfach/index.ts";
import { keptForAccount as keptInPortals } from "../modules/submissions/index.ts";
import type { Context } from "../platform/context/context.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** What other modules keep for accounts, in the installation's tenant. */
const keepers: readonly AccountKeeper[] = [keptForAccount, keptNotices];

type Ports = Omit<AccountsPorts, "listSignInWays" | "offerProviderSignOut">;

/** How accounts reach what belongs to them elsewhere. */
export function accountPorts(services: Services): Ports {
  const { pdf, portals, settings } = services;
  return {
    pdf,
    keepers,
    providerNames: listProviderNames,
    portalKeepers: [keptInPortals(services.files), keptInPostfach],
    portalsOf: (context) => portalsFor(services, context),
    portalContexts: async () => {
      const all = await portals.list();
      return all.map(({ tenantId }) =>
        services.contextFor({ tenantId, actor: systemActor }),
      );
    },
    findPortalAddress: async (host) => {
      const portal = await portals.findByHost(host);
      return (
        portal && {
          tenantId: portal.tenantId,
          baseUrl: portalBaseUrl(portal.host, settings),
        }
      );
    },
    listOtherPortals: async (tenantId) => {
      const all = await portals.list();
      return all
        .filter(
          (portal) =>
            portal.tenantId !== tenantId && portal.kind !== "installation",
        )
        .map(({ host, name }) => ({ host, name }));
    },
    portalNames: async () => {
      const all = await portals.list();
      return new Map(all.map(({ tenantId, name }) => [tenantId, name]));
    },
    placeOf: async () => {
      const tenantId = await installationTenantId(services);
      const installation = await portals.findById(tenantId);
      return {
        portalName: installation?.name ?? "",
        address: `${portalBaseUrl("", settings)}/anmelden`,
      };
    },
  };
}

/** The same caller in each portal. */
async function portalsFor(
  services: Services,
  { actor, locale, correlationId }: Context,
): Promise<readonly { readonly name: string; readonly context: Context }[]> {
  const all = await services.portals.list();
  return all.map(({ tenantId, name }) => ({
    name,
    context: services.contextFor({ tenantId, actor, locale, correlationId }),
  }));
}
