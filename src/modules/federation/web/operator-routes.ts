import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { FederationPorts } from "../ports.ts";
import {
  inspectProvider,
  listConfigured,
} from "../use-cases/inspect-provider.ts";
import { federationPaths } from "./federation-paths.ts";
import { inspectionPage, providersPage } from "./operator-pages.ts";

/** The operator's pages on the bare host: all providers, and the test of one. */
export function operatorRoutes(ports: FederationPorts): readonly Route[] {
  const forOperator = {
    method: "GET",
    audience: "operator",
    scope: "installation",
  } as const;
  return [
    {
      ...forOperator,
      path: federationPaths.operator,
      handle: (request) => showProviders(request, ports),
    },
    {
      ...forOperator,
      path: federationPaths.inspection,
      handle: (request) => inspect(request, ports),
    },
  ];
}

async function showProviders(
  { context, locale }: PortalRequest,
  { portals }: FederationPorts,
): Promise<Reply> {
  const [providers, list] = await Promise.all([
    listConfigured(context),
    portals.list(),
  ]);
  const names = new Map(
    list.map((portal) => [portal.tenantId, portal.shortName]),
  );
  return providersPage({
    locale,
    providers,
    nameOf: (tenantId) => names.get(tenantId) ?? "–",
  });
}

async function inspect(
  { context, locale, params }: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const inspected = await inspectProvider(
    context,
    ports,
    params["provider"] ?? "",
  );
  return inspected.ok
    ? inspectionPage(locale, inspected.value)
    : showError(404);
}
