import {
  accountCookie,
  deviceCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  leave,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { deviceOf, isAssuranceLevel, signOut } from "../../accounts/index.ts";
import type { FederationPorts } from "../ports.ts";
import { beginSignIn } from "../use-cases/begin-sign-in.ts";
import {
  completeSignIn,
  type CompletedHere,
  type CompletionRefusal,
} from "../use-cases/complete-sign-in.ts";
import { receiveAnswer } from "../use-cases/receive-answer.ts";
import { keyOfBrowser } from "./browser-key.ts";
import { browserCookie, federationPaths } from "./federation-paths.ts";
import {
  failurePage,
  linkPage,
  otherAccountPage,
  otherPersonPage,
  overPage,
  sessionOverPage,
  tooManyPage,
} from "./sign-in-pages.ts";
import { sendOut } from "./way-out.ts";

/** From the button on a portal to the provider, back to the installation's host, and into the portal again. */
export function signInRoutes(ports: FederationPorts): readonly Route[] {
  const answer = {
    path: federationPaths.answer,
    audience: "guest",
    scope: "installation",
  } as const;
  const completion = {
    path: federationPaths.completion,
    audience: "guest",
    scope: "any",
    guessable: true,
    handle: (request: PortalRequest) => completeHere(request, ports),
  } as const;
  return [
    {
      method: "GET",
      path: federationPaths.begin,
      audience: "guest",
      scope: "any",
      handle: (request) => begin(request, ports),
    },
    {
      method: "GET",
      ...answer,
      handle: (request) =>
        receive(request, ports, { method: "GET", parameters: request.query }),
    },
    {
      method: "POST",
      ...answer,
      acceptsCrossSite: true,
      handle: (request) =>
        receive(request, ports, { method: "POST", parameters: request.fields }),
    },
    { method: "GET", ...completion },
    { method: "POST", ...completion },
  ];
}

async function begin(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const { accountContext, account, cookies, locale, portal, query } = request;
  const wanted = query.get("niveau") ?? "none";
  const { browserKey, cookie } = keyOfBrowser(cookies);
  const begun = await beginSignIn(accountContext, ports, {
    providerKey: request.params["provider"] ?? "",
    portal,
    wantedPath: query.get("zurueck"),
    neededLevel: isAssuranceLevel(wanted) ? wanted : "none",
    browserKey,
    clientAddress: request.clientAddress,
    account,
  });
  if (begun.ok) {
    const { provider, way } = begun.value;
    return sendOut(way, { provider, locale, ports, cookies: [cookie] });
  }
  if (begun.refusal.kind === "not-found") return showError(404);
  if (begun.refusal.kind === "too-many-attempts")
    return tooManyPage({ locale, ...begun.refusal });
  const { provider, refusal, returnPath } = begun.refusal;
  noteFailure(ports, provider.key, refusal);
  return failurePage({
    locale,
    providerName: provider.name[locale],
    refusal,
    returnPath,
  });
}

function noteFailure(
  { onFailure }: FederationPorts,
  provider: string,
  refusal: { readonly kind: string; readonly reason?: string },
): void {
  const { kind, reason } = refusal;
  onFailure(provider, reason === undefined ? kind : `${kind}: ${reason}`);
}

async function receive(
  { accountContext, locale, params }: PortalRequest,
  ports: FederationPorts,
  answer: {
    readonly method: "GET" | "POST";
    readonly parameters: URLSearchParams;
  },
): Promise<Reply> {
  const providerKey = params["provider"] ?? "";
  const received = await receiveAnswer(accountContext, ports, {
    protocolName: params["protocol"] ?? "",
    providerKey,
    ...answer,
  });
  if (!received.ok)
    return received.refusal.kind === "not-found"
      ? showError(404)
      : overPage({ locale, isInstallation: true });
  const { portal, path, failure } = received.value;
  if (failure !== undefined) ports.onFailure(providerKey, failure);
  const baseUrl = ports.baseUrlOf(portal);
  return leave(`${baseUrl}${path}`, [baseUrl]);
}

async function completeHere(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const { accountContext, account, cookies, fields, params, portal } = request;
  const completed = await completeSignIn(accountContext, ports, {
    token: params["token"] ?? "",
    browserKey: cookies[browserCookie],
    portalTenantId: portal.tenantId,
    device: deviceOf(request.userAgent),
    clientAddress: request.clientAddress,
    knownDevice: cookies[deviceCookie],
    account,
    choice: choiceIn(fields),
  });
  return completed.ok
    ? enter(request, completed.value)
    : explain(request, completed.refusal);
}

const choices = new Map([
  ["verknuepfen", "link"],
  ["getrennt", "separate"],
  ["zusammenfuehren", "merge"],
] as const);

function choiceIn(fields: URLSearchParams) {
  const chosen = fields.get("wahl");
  return [...choices].find(([word]) => word === chosen)?.[1];
}

async function enter(
  { accountContext, cookies }: PortalRequest,
  { endsCurrent, returnPath, session }: CompletedHere,
): Promise<Reply> {
  if (endsCurrent) await signOut(accountContext, cookies[accountCookie]);
  return redirect(returnPath, session ? signedInCookies(session) : []);
}

function explain(request: PortalRequest, refusal: CompletionRefusal): Reply {
  const { account, locale, path, portal } = request;
  if (refusal.kind === "unknown")
    return overPage({
      locale,
      isInstallation: portal.kind === "installation",
    });
  const question = {
    locale,
    providerName: refusal.providerName[locale],
    returnPath: refusal.returnPath,
    action: path,
    accountName: account?.displayName ?? "",
  };
  switch (refusal.kind) {
    case "refused":
      return failurePage({ ...question, refusal: refusal.refusal });
    case "ask-to-link":
      return linkPage({ ...question, personName: refusal.displayName });
    case "of-another-account":
      return otherAccountPage(question);
    case "of-another-person":
      return otherPersonPage(question);
    case "session-over":
      return sessionOverPage(question);
  }
}
