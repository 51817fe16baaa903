import {
  accountCookie,
  deviceCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  redirect,
  type Json,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { deviceOf } from "../domain/device.ts";
import { returnPath } from "../domain/return-path.ts";
import {
  askForConfirmation,
  askForNewPasskey,
  askForSignIn,
  type Ceremony,
} from "../use-cases/ask-passkey.ts";
import {
  addPasskey,
  readOwnPasskeys,
  removePasskey,
  renamePasskey,
} from "../use-cases/own-passkeys.ts";
import { signInWithPasskey } from "../use-cases/sign-in-with-passkey.ts";
import { accountPaths } from "./account-paths.ts";
import { answerOf, ceremonyOf } from "./passkey-form.ts";
import {
  passkeyNews,
  passkeyPage,
  type PasskeyFault,
  type PasskeyNews,
} from "./passkey-page.ts";

/** Signing in with a passkey, and the page of the account's own; on all portals. */
export function passkeyRoutes(): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "account", scope: "any", handle });
  const ask = (
    path: string,
    options: (
      request: PortalRequest,
      ceremony: Ceremony,
    ) => Promise<object | undefined>,
  ) => route("POST", path, (request) => replyWithOptions(request, options));
  return [
    {
      ...ask(accountPaths.askForSignIn, ({ accountContext }, ceremony) =>
        askForSignIn(accountContext, ceremony),
      ),
      audience: "guest",
    },
    {
      ...route("POST", accountPaths.signInByPasskey, submitSignIn),
      audience: "guest",
    },
    route("GET", accountPaths.passkeys, showPasskeys),
    route("POST", accountPaths.passkeys, submitPasskey),
    ask(accountPaths.askForNewPasskey, ({ accountContext }, ceremony) =>
      askForNewPasskey(accountContext, ceremony),
    ),
    ask(accountPaths.askForConfirmation, ({ accountContext }, ceremony) =>
      askForConfirmation(accountContext, ceremony),
    ),
    route("POST", accountPaths.passkeyName(":id"), submitName),
    route("POST", accountPaths.passkeyRemoval(":id"), submitRemoval),
  ];
}

async function replyWithOptions(
  request: PortalRequest,
  options: (
    request: PortalRequest,
    ceremony: Ceremony,
  ) => Promise<object | undefined>,
): Promise<Json> {
  const { cookies, ...ceremony } = ceremonyOf(request);
  const body = await options(request, ceremony);
  return body
    ? { kind: "json", status: 200, body, cookies }
    : { kind: "json", status: 404, body: {} };
}

async function submitSignIn(request: PortalRequest): Promise<Reply> {
  const { accountContext, cookies, fields, portal, userAgent } = request;
  const back = returnPath(fields.get("zurueck"));
  const result = await signInWithPasskey(accountContext, {
    ...answerOf(request),
    portalTenantId: portal.tenantId,
    device: deviceOf(userAgent),
    knownDevice: cookies[deviceCookie],
    previousToken: cookies[accountCookie],
  });
  if (result.ok) return redirect(back, signedInCookies(result.value));
  const query = new URLSearchParams({ zurueck: back, passkey: "abgelehnt" });
  return redirect(`${accountPaths.signIn}?${query.toString()}`);
}

async function showPasskeys(request: PortalRequest): Promise<Reply> {
  const news = passkeyNews.find((it) => request.query.has(it));
  return show(request, { news });
}

async function show(
  request: PortalRequest,
  said: {
    readonly news?: PasskeyNews | undefined;
    readonly fault?: PasskeyFault;
  },
): Promise<Reply> {
  const passkeys = await readOwnPasskeys(request.accountContext);
  return passkeyPage(request, { passkeys, ...said });
}

async function submitPasskey(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, fields } = request;
  if (!account) return redirect(accountPaths.signIn);
  const result = await addPasskey(accountContext, {
    ...answerOf(request),
    name: fields.get("name") ?? "",
    session: account,
  });
  return result.ok
    ? done("added")
    : show(request, { fault: result.refusal.kind });
}

async function submitName(request: PortalRequest): Promise<Reply> {
  const { accountContext, fields, params } = request;
  const result = await renamePasskey(accountContext, {
    id: params["id"] ?? "",
    name: fields.get("name") ?? "",
  });
  if (result.ok) return done("renamed");
  switch (result.refusal.kind) {
    case "name-missing":
      return show(request, { fault: "name-missing" });
    case "gone":
      return redirect(accountPaths.passkeys);
  }
}

async function submitRemoval(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, params } = request;
  const result = await removePasskey(accountContext, {
    id: params["id"] ?? "",
    sessionId: account?.sessionId ?? "",
  });
  return result.ok
    ? done("removed")
    : show(request, { fault: result.refusal.kind });
}

function done(news: PasskeyNews): Reply {
  return redirect(`${accountPaths.passkeys}?${news}=1`);
}
