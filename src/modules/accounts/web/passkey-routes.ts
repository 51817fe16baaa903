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
  askForSignIn,
  type Ceremony,
} from "../use-cases/ask-passkey.ts";
import { beginPasskey } from "../use-cases/begin-passkey.ts";
import {
  addPasskey,
  readOwnPasskeys,
  removePasskey,
  renamePasskey,
} from "../use-cases/own-passkeys.ts";
import { signInWithPasskey } from "../use-cases/sign-in-with-passkey.ts";
import { accountPaths } from "./account-paths.ts";
import type { FormError } from "./form-page.ts";
import { answerOf, ceremonyOf } from "./passkey-form.ts";
import {
  newPasskeyPage,
  passkeyNews,
  passkeyPage,
  passkeyRemovalPage,
  type PasskeyNews,
  type PasskeyPageProps,
} from "./passkey-page.ts";
import {
  askProof,
  proofError,
  proofOf,
  type ProofPorts,
} from "./proof-form.ts";

/** Signing in with a passkey, and the page of the account's own; on all portals. */
export function passkeyRoutes(ports: ProofPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "account", scope: "any", handle });
  const own = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest, ports: ProofPorts) => Promise<Reply>,
  ) => route(method, path, (request) => handle(request, ports));
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
    own("GET", accountPaths.passkeys, showPasskeys),
    own("POST", accountPaths.passkeys, submitPasskey),
    // Whoever loads the page of a new passkey once more begins anew.
    route("GET", accountPaths.newPasskey, () =>
      Promise.resolve(redirect(accountPaths.passkeys)),
    ),
    own("POST", accountPaths.newPasskey, submitProof),
    ask(accountPaths.askForConfirmation, ({ accountContext }, ceremony) =>
      askForConfirmation(accountContext, ceremony),
    ),
    own("POST", accountPaths.passkeyName(":id"), submitName),
    own("GET", accountPaths.passkeyRemoval(":id"), (request, given) =>
      askForRemoval(request, given),
    ),
    own("POST", accountPaths.passkeyRemoval(":id"), submitRemoval),
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

async function showPasskeys(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const news = passkeyNews.find((it) => request.query.has(it));
  return show(request, ports, { news });
}

async function show(
  request: PortalRequest,
  ports: ProofPorts,
  said: Pick<PasskeyPageProps, "news" | "fault" | "error">,
): Promise<Reply> {
  const proof = await askProof(request, ports, accountPaths.passkeys);
  if (!proof) return redirect(accountPaths.signIn);
  const passkeys = await readOwnPasskeys(request.accountContext);
  return passkeyPage(request, { passkeys, proof, ...said });
}

async function submitProof(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const { cookies, ...ceremony } = ceremonyOf(request);
  const begun = await beginPasskey(request.accountContext, {
    ...proofOf(request),
    ...ceremony,
  });
  if (begun.ok) return { ...newPasskeyPage(request, begun.value), cookies };
  return begun.refusal.kind === "too-many"
    ? show(request, ports, { fault: "too-many" })
    : show(request, ports, { error: proofError(request, begun.refusal) });
}

async function submitPasskey(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const { account, accountContext, fields } = request;
  if (!account) return redirect(accountPaths.signIn);
  const result = await addPasskey(accountContext, {
    ...answerOf(request),
    name: fields.get("name") ?? "",
    session: account,
  });
  return result.ok
    ? done("added")
    : show(request, ports, { fault: result.refusal.kind });
}

async function submitName(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const { accountContext, fields, params } = request;
  const result = await renamePasskey(accountContext, {
    id: params["id"] ?? "",
    name: fields.get("name") ?? "",
  });
  if (result.ok) return done("renamed");
  switch (result.refusal.kind) {
    case "name-missing":
      return show(request, ports, { fault: "name-missing" });
    case "gone":
      return redirect(accountPaths.passkeys);
  }
}

async function askForRemoval(
  request: PortalRequest,
  ports: ProofPorts,
  error?: FormError,
): Promise<Reply> {
  const { accountContext, locale, params } = request;
  const id = params["id"] ?? "";
  const passkeys = await readOwnPasskeys(accountContext);
  const passkey = passkeys.find((it) => it.id === id);
  const path = accountPaths.passkeyRemoval(id);
  const proof = passkey && (await askProof(request, ports, path));
  return proof
    ? passkeyRemovalPage(locale, { passkey, proof, error })
    : redirect(accountPaths.passkeys);
}

async function submitRemoval(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const { account, accountContext, params } = request;
  const result = await removePasskey(
    accountContext,
    { id: params["id"] ?? "", sessionId: account?.sessionId ?? "" },
    proofOf(request),
  );
  if (result.ok) return done("removed");
  return result.refusal.kind === "last-means"
    ? show(request, ports, { fault: "last-means" })
    : askForRemoval(request, ports, proofError(request, result.refusal));
}

function done(news: PasskeyNews): Reply {
  return redirect(`${accountPaths.passkeys}?${news}=1`);
}
