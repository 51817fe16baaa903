import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isAssuranceLevel } from "../../accounts/index.ts";
import { codeOf } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import {
  inspectProvider,
  listConfigured,
} from "../use-cases/inspect-provider.ts";
import { keepsOwnProviders, mayChange } from "../use-cases/keeper.ts";
import { enableProvider } from "../use-cases/save-provider.ts";
import { beginTrial, readTrial } from "../use-cases/try-sign-in.ts";
import { keyOfBrowser } from "./browser-key.ts";
import { browserCookie, federationPaths } from "./federation-paths.ts";
import { baseOf, keeperIn } from "./keeper-in.ts";
import { providerPage, providersPage } from "./provider-pages.ts";
import { settingRoutes } from "./setting-routes.ts";
import { nothingTried, trialPage } from "./trial-page.ts";
import { sendOut } from "./way-out.ts";

/** Setting identity providers up and trying them: the operator on the bare host, administrators on their own portal. */
export function providerRoutes(ports: FederationPorts): readonly Route[] {
  return [
    ...routesFor(federationPaths.operator, ports, {
      audience: "operator",
      scope: "installation",
      permission: "operator",
    }),
    ...routesFor(federationPaths.administrator, ports, {
      audience: "staff",
      scope: "authority",
      permission: keepsOwnProviders,
    }),
  ];
}

type Keepers = Required<Pick<Route, "audience" | "scope" | "permission">>;

function routesFor(
  base: string,
  ports: FederationPorts,
  keepers: Keepers,
): readonly Route[] {
  const get = { ...keepers, method: "GET" } as const;
  return [
    {
      ...get,
      path: base,
      handle: (request) => showProviders(request, ports),
    },
    ...settingRoutes(base, ports).map((route) => ({ ...keepers, ...route })),
    {
      ...get,
      path: `${base}/:provider`,
      handle: (request) => showProvider(request, ports),
    },
    {
      ...keepers,
      method: "POST",
      path: `${base}/:provider/angebot`,
      handle: offer,
    },
    {
      ...get,
      path: `${base}/:provider/probe`,
      handle: (request) => tryIt(request, ports),
    },
    {
      ...get,
      path: `${base}/:provider/probe/:token`,
      guessable: true,
      handle: showTrial,
    },
  ];
}

async function showProviders(
  request: PortalRequest,
  { portals }: FederationPorts,
): Promise<Reply> {
  const { locale, portal } = request;
  const [providers, list] = await Promise.all([
    listConfigured(keeperIn(request)),
    portals.list(),
  ]);
  const names = new Map(
    list.map(({ tenantId, shortName }) => [tenantId, shortName]),
  );
  return providersPage({
    locale,
    base: baseOf(portal),
    providers,
    nameOf: (tenantId) => names.get(tenantId) ?? "–",
  });
}

async function showProvider(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const { locale, params, portal, query } = request;
  const keeper = keeperIn(request);
  const inspected = await inspectProvider(
    keeper,
    ports,
    params["provider"] ?? "",
  );
  if (!inspected.ok) return showError(404);
  return providerPage({
    ...inspected.value,
    locale,
    base: baseOf(portal),
    mayChange: mayChange(keeper, inspected.value.provider),
    isSaved: query.has("gespeichert"),
  });
}

async function offer(request: PortalRequest): Promise<Reply> {
  const { fields, params, portal } = request;
  const key = params["provider"] ?? "";
  const changed = await enableProvider(keeperIn(request), {
    key,
    enabled: fields.get("anbieten") === "true",
  });
  if (changed.ok) return redirect(`${baseOf(portal)}/${key}?gespeichert=1`);
  return showError(changed.refusal.kind === "not-found" ? 404 : 403);
}

async function tryIt(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const { cookies, locale, params, portal, query } = request;
  const key = params["provider"] ?? "";
  const wanted = query.get("niveau") ?? "none";
  const { browserKey, cookie } = keyOfBrowser(cookies);
  const base = baseOf(portal);
  const begun = await beginTrial(keeperIn(request), ports, {
    providerKey: key,
    portal,
    neededLevel: isAssuranceLevel(wanted) ? wanted : "none",
    browserKey,
    reportPath: `${base}/${key}/probe`,
  });
  if (begun.ok)
    return sendOut(begun.value.way, {
      provider: begun.value.provider,
      locale,
      ports,
      cookies: [cookie],
    });
  if (begun.refusal.kind === "not-found") return showError(404);
  const { provider, refusal } = begun.refusal;
  const report = nothingTried(codeOf(refusal));
  return trialPage({ locale, base, provider, report });
}

async function showTrial(request: PortalRequest): Promise<Reply> {
  const { cookies, locale, params, portal } = request;
  const tried = await readTrial(keeperIn(request), {
    providerKey: params["provider"] ?? "",
    token: params["token"] ?? "",
    browserKey: cookies[browserCookie],
    portalTenantId: portal.tenantId,
  });
  return tried
    ? trialPage({ locale, base: baseOf(portal), ...tried })
    : showError(404);
}
