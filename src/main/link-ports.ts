import { findCounterpart } from "../modules/catalogue/index.ts";
import { listShownLinks } from "../modules/catalogue/module.ts";
import type { LinkPorts } from "../modules/links/module.ts";
import { listEmailsOfRole } from "../modules/staff/index.ts";
import { findOffice } from "../modules/tenants/index.ts";
import { findResponsible } from "../modules/zustaendigkeit/index.ts";
import type { Context } from "../platform/context/context.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { openGuardedHttp } from "./reach.ts";
import { responsiblePorts } from "./responsible-ports.ts";
import type { Services } from "./services.ts";

/** Between two calls to one host: a person would not click faster. */
const pauseMs = 1_000;

/** What the check of links needs of the rest. */
export function linkPorts(services: Services): LinkPorts {
  const { settings, portals } = services;
  return {
    isOn: settings.linkCheck === "on",
    http: openGuardedHttp(settings),
    pauseMs,
    originOf: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return portal && portalBaseUrl(portal.host, settings);
    },
    listShownLinks,
    hasPage: (context, path) => hasPage(services, context, path),
    listEditorEmails: (context, db) => listEmailsOfRole(context, db, "editor"),
  };
}

/** Leistungen and offices come and go; all other pages of a portal are always there. */
async function hasPage(
  services: Services,
  context: Context,
  path: string,
): Promise<boolean> {
  const [, section, name, ...more] = path.split("/").map(decoded);
  if (name === undefined || name === "" || more.length > 0) return true;
  switch (section) {
    case "leistungen":
      return hasLeistung(services, context, name);
    case "aemter":
      return (
        (await context.read((db) => findOffice(db, context.tenantId, name))) !==
        undefined
      );
    default:
      return true;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // No page of ours has such an address.
    return part;
  }
}

/** Of the portal itself, else of an authority above that it does not hide. */
async function hasLeistung(
  services: Services,
  context: Context,
  slug: string,
): Promise<boolean> {
  const own = await findCounterpart(context, { slug });
  if (own?.slug === slug) return true;
  const portal = await services.portals.findById(context.tenantId);
  if (!portal) return false;
  const found = await findResponsible(context, responsiblePorts(services), {
    portal,
    leistungSlug: slug,
    facts: {},
  });
  return found !== undefined;
}
