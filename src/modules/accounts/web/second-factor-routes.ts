import {
  accountCookie,
  deviceCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  redirect,
  type PortalRequest,
  type Redirect,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { returnPath } from "../domain/return-path.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import {
  confirmSecondFactor,
  findSecondFactorSetup,
  readSecondFactor,
  startSecondFactor,
  stopSecondFactor,
} from "../use-cases/own-second-factor.ts";
import {
  findPendingSignIn,
  signInWithCode,
} from "../use-cases/sign-in-with-code.ts";
import { accountPaths } from "./account-paths.ts";
import type { FormError } from "./form-page.ts";
import {
  askProof,
  proofError,
  proofOf,
  tooManyError,
  type ProofPorts,
} from "./proof-form.ts";
import {
  codePage,
  recoveryCodesPage,
  secondFactorPage,
  secondFactorSetupPage,
} from "./second-factor-pages.ts";

/** The code after the password, and the page where that is switched on and off; on all portals. */
export function secondFactorRoutes(ports: ProofPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "account", scope: "any", handle });
  return [
    { ...route("GET", accountPaths.code, showCode), audience: "guest" },
    { ...route("POST", accountPaths.code, submitCode), audience: "guest" },
    route("GET", accountPaths.secondFactor, (request) =>
      showState(request, ports, { hasEnded: request.query.has("ended") }),
    ),
    route("POST", accountPaths.secondFactor, (request) =>
      submitStart(request, ports),
    ),
    route("GET", accountPaths.secondFactorSetup, (request) =>
      showSetup(request),
    ),
    route("POST", accountPaths.secondFactorSetup, submitSetup),
    route("POST", accountPaths.secondFactorEnd, (request) =>
      submitEnd(request, ports),
    ),
  ];
}

async function showCode(request: PortalRequest): Promise<Reply> {
  const { accountContext, cookies, locale, portal, query } = request;
  const back = returnPath(query.get("zurueck"));
  const pending = await findPendingSignIn(accountContext, {
    token: cookies[accountCookie],
    portalTenantId: portal.tenantId,
  });
  return pending ? codePage({ locale, back }) : startAgain(back);
}

async function submitCode(request: PortalRequest): Promise<Reply> {
  const { accountContext, cookies, fields, locale, portal } = request;
  const back = returnPath(fields.get("zurueck"));
  const result = await signInWithCode(accountContext, {
    token: cookies[accountCookie],
    portalTenantId: portal.tenantId,
    code: fields.get("code") ?? "",
    knownDevice: cookies[deviceCookie],
  });
  if (result.ok) return redirect(back, signedInCookies(result.value));
  switch (result.refusal.kind) {
    case "sign-in-expired":
      return startAgain(back);
    case "wrong-code":
      return codePage({
        locale,
        back,
        error: { status: 422, text: factorTexts(locale)("code.wrong") },
      });
    case "too-many-attempts":
      return codePage({
        locale,
        back,
        error: tooManyError(request, result.refusal),
      });
  }
}

function startAgain(back: string): Redirect {
  const query = new URLSearchParams({ zurueck: back }).toString();
  return redirect(`${accountPaths.signIn}?${query}`);
}

async function showState(
  request: PortalRequest,
  ports: ProofPorts,
  said: {
    readonly hasEnded?: boolean;
    readonly error?: FormError;
    readonly isAboutEnd?: boolean;
  },
): Promise<Reply> {
  const { accountContext, locale } = request;
  const state = await readSecondFactor(accountContext);
  const proof = await askProof(request, ports, accountPaths.secondFactor);
  return state && proof
    ? secondFactorPage({ locale, state, proof, ...said })
    : redirect(accountPaths.signIn);
}

async function submitStart(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const result = await startSecondFactor(
    request.accountContext,
    proofOf(request),
  );
  return result.ok
    ? redirect(accountPaths.secondFactorSetup)
    : showState(request, ports, { error: proofError(request, result.refusal) });
}

async function showSetup(
  { accountContext, locale, portal }: PortalRequest,
  error?: FormError,
): Promise<Reply> {
  const setup = await findSecondFactorSetup(accountContext, portal.name);
  return setup
    ? secondFactorSetupPage({ locale, setup, error })
    : redirect(accountPaths.secondFactor);
}

async function submitSetup(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, fields, locale } = request;
  if (!account) return redirect(accountPaths.signIn);
  const result = await confirmSecondFactor(accountContext, {
    code: fields.get("code") ?? "",
    session: account,
  });
  if (result.ok) return recoveryCodesPage(locale, result.value.recoveryCodes);
  switch (result.refusal.kind) {
    case "not-started":
      return redirect(accountPaths.secondFactor);
    case "wrong-code":
      return showSetup(request, {
        status: 422,
        text: factorTexts(locale)("setup.wrong"),
      });
    case "too-many-attempts":
      return showSetup(request, tooManyError(request, result.refusal));
  }
}

async function submitEnd(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const result = await stopSecondFactor(
    request.accountContext,
    proofOf(request),
  );
  return result.ok
    ? redirect(`${accountPaths.secondFactor}?ended=1`)
    : showState(request, ports, {
        error: proofError(request, result.refusal),
        isAboutEnd: true,
      });
}
