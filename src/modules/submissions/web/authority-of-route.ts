import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { Route, RouteVisit } from "../../../shell/web/route.ts";
import type { Portal, PortalDirectory } from "../../tenants/index.ts";
import { parsePlacedKey } from "../domain/draft-session.ts";
import type { FindReceiver } from "../ports.ts";
import { sessionOf } from "./antrag-request.ts";

/** How routes find whose tenant they work in. */
export type ReceiverPorts = {
  readonly portals: PortalDirectory;
  readonly findReceiver: FindReceiver;
};

/** What moving a draft to another authority needs. */
export type MovePorts = ReceiverPorts & {
  readonly files: FileStore;
  /** The same caller in the tenant of another authority. */
  readonly callerIn: (context: Context, tenantId: string) => Context;
};

type FindAuthority = (
  ports: ReceiverPorts,
  visit: RouteVisit,
) => Promise<Portal | undefined>;

/** By the beginning of the path, the first that fits. All other routes work in the tenant of their portal. */
const byPath: readonly (readonly [string, FindAuthority])[] = [
  // There is no draft yet, whatever was begun before.
  ["/leistungen/:name/antrag/warten", authorityOfLeistung],
  ["/leistungen/:name/antrag/", authorityOfDraft],
  ["/leistungen/:name/", authorityOfLeistung],
  ["/antrag/:schluessel", authorityOfLink],
];

/** The same routes, each working for the authority that receives the application: it is begun, filled in and sent in that tenant. */
export function atReceiver(ports: ReceiverPorts): (route: Route) => Route {
  return (route) => {
    const found = byPath.find(([beginning]) =>
      route.path.startsWith(beginning),
    );
    if (!found) return route;
    const [, find] = found;
    return { ...route, findAuthority: (visit) => find(ports, visit) };
  };
}

/** Before there is a draft: who receives applications for the Leistung in the address, by what is known without answers. */
async function authorityOfLeistung(
  { findReceiver }: ReceiverPorts,
  { portal, params, locale }: RouteVisit,
): Promise<Portal | undefined> {
  const leistungSlug = params["name"] ?? "";
  const receiver = await findReceiver({ portal, leistungSlug, locale });
  // Where it has another name there, nothing is found: the page of the Leistung leads to that portal, and nothing is begun at the wrong one.
  return receiver?.authority;
}

/**
 * Where there is a draft, whoever has it: that stays so whatever the rules say meanwhile. The cookie says where, the key in it opens the draft,
 * and in a wrong place it opens nothing.
 */
async function authorityOfDraft(
  ports: ReceiverPorts,
  visit: RouteVisit,
): Promise<Portal | undefined> {
  const session = sessionOf(visit, visit.params["name"] ?? "");
  return session
    ? portalAt(ports, session.at)
    : authorityOfLeistung(ports, visit);
}

/** What the private link in the address opens. */
async function authorityOfLink(
  ports: ReceiverPorts,
  { params }: RouteVisit,
): Promise<Portal | undefined> {
  return portalAt(ports, parsePlacedKey(params["schluessel"] ?? "").at);
}

async function portalAt(
  { portals }: ReceiverPorts,
  host: string | undefined,
): Promise<Portal | undefined> {
  if (host === undefined) return undefined;
  const portal = await portals.findByHost(host);
  return portal?.kind === "installation" ? undefined : portal;
}
