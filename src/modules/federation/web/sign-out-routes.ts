import {
  leave,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { FederationPorts } from "../ports.ts";
import { receiveSignOutNotice } from "../use-cases/receive-sign-out-notice.ts";
import {
  beginSignOut,
  findPortalAfterSignOut,
  findSignOutOffer,
} from "../use-cases/sign-out-at-provider.ts";
import { federationPaths } from "./federation-paths.ts";
import { signOutPage } from "./sign-out-page.ts";
import { sendOut } from "./way-out.ts";

/** Signing out at a provider after signing out here, and hearing from a provider that somebody signed out there. */
export function signOutRoutes(ports: FederationPorts): readonly Route[] {
  return [
    {
      method: "GET",
      path: federationPaths.signOutOffer,
      audience: "guest",
      scope: "any",
      guessable: true,
      handle: showOffer,
    },
    {
      method: "GET",
      path: federationPaths.signOut,
      audience: "guest",
      scope: "any",
      guessable: true,
      handle: (request) => goToSignOut(request, ports),
    },
    {
      method: "GET",
      path: federationPaths.signedOut,
      audience: "guest",
      scope: "installation",
      handle: (request) =>
        request.query.has("SAMLRequest")
          ? receiveByBrowser(request, ports)
          : comeBack(request, ports),
    },
    {
      method: "POST",
      path: federationPaths.signedOut,
      audience: "guest",
      scope: "installation",
      acceptsCrossSite: true,
      handle: (request) => comeBack(request, ports),
    },
    {
      method: "POST",
      path: federationPaths.notice,
      audience: "guest",
      scope: "installation",
      acceptsCrossSite: true,
      handle: (request) => receiveNotice(request, ports),
    },
  ];
}

async function showOffer(request: PortalRequest): Promise<Reply> {
  const { accountContext, locale, params, path, portal } = request;
  const provider = await findSignOutOffer(accountContext, {
    token: params["token"] ?? "",
    portalTenantId: portal.tenantId,
  });
  if (!provider) return showError(404);
  return signOutPage({
    locale,
    path,
    providerName: provider.name[locale],
    isUnavailable: false,
  });
}

async function goToSignOut(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const { accountContext, locale, params, path, portal } = request;
  const link = {
    token: params["token"] ?? "",
    portalTenantId: portal.tenantId,
  };
  const begun = await beginSignOut(accountContext, ports, link);
  if (begun.ok)
    return sendOut(begun.value.way, {
      provider: begun.value.provider,
      locale,
      ports,
    });
  const provider = await findSignOutOffer(accountContext, link);
  if (!provider || begun.refusal.kind === "not-found") return showError(404);
  return signOutPage({
    locale,
    path,
    providerName: provider.name[locale],
    isUnavailable: true,
  });
}

async function comeBack(
  { accountContext, fields, params, query }: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const names = [
    query.get("state"),
    query.get("RelayState"),
    fields.get("RelayState"),
  ];
  const portal = await findPortalAfterSignOut(accountContext, ports, {
    providerKey: params["provider"] ?? "",
    requestName: names.find((name) => name !== null) ?? "",
  });
  if (!portal) return redirect("/");
  const baseUrl = ports.baseUrlOf(portal);
  return leave(`${baseUrl}/`, [baseUrl]);
}

/** A provider that speaks SAML says by the person's browser that they signed out, and wants the browser back. */
async function receiveByBrowser(
  { accountContext, locale, params, query }: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const providerKey = params["provider"] ?? "";
  const received = await receiveSignOutNotice(accountContext, ports, {
    providerKey,
    parameters: query,
  });
  if (received.ok) {
    const { provider, answer } = received.value;
    return answer
      ? sendOut(answer, { provider, locale, ports })
      : redirect("/");
  }
  if (received.refusal.kind === "not-found") return showError(404);
  ports.onFailure(providerKey, `sign-out-notice: ${received.refusal.reason}`);
  return showError(400);
}

/** @see OpenID Connect Back-Channel Logout 1.0 section 2.8: 200, or 400 with an error; never kept */
async function receiveNotice(
  { accountContext, fields, params }: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const providerKey = params["provider"] ?? "";
  const received = await receiveSignOutNotice(accountContext, ports, {
    providerKey,
    parameters: fields,
  });
  if (received.ok) return { kind: "raw", status: 200, headers: {}, body: "" };
  if (received.refusal.kind === "not-found") return showError(404);
  ports.onFailure(providerKey, `sign-out-notice: ${received.refusal.reason}`);
  return { kind: "json", status: 400, body: { error: "invalid_request" } };
}
