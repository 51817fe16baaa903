import {
  accountCookie,
  deviceCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isAssuranceLevel, reaches } from "../domain/assurance-level.ts";
import { returnPath } from "../domain/return-path.ts";
import type { ListSignInWays, OfferProviderSignOut } from "../ports.ts";
import { clearOwnNotices, readOwnNotices } from "../use-cases/own-notices.ts";
import { tryMailAgain } from "../use-cases/try-mail-again.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import { deviceOf } from "../domain/device.ts";
import { localTexts } from "../i18n/local-texts.ts";
import {
  signInWithPassword,
  type PasswordRefusal,
} from "../use-cases/sign-in-with-password.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { accountPage } from "./account-page.ts";
import { accountPaths } from "./account-paths.ts";
import type { HandOverPorts } from "./hand-over-routes.ts";
import { signInPage, type LocalAttempt } from "./sign-in-page.ts";

/** Signing in and out, and the first page of the account; on all portals, the installation's own too. */
export function accountRoutes({
  listSignInWays,
  offerProviderSignOut,
  listOtherPortals,
}: {
  readonly listSignInWays: ListSignInWays;
  readonly offerProviderSignOut: OfferProviderSignOut;
} & Pick<HandOverPorts, "listOtherPortals">): readonly Route[] {
  const scope = "any";
  const own = { audience: "account", scope } as const;
  return [
    {
      method: "GET",
      path: accountPaths.signIn,
      audience: "guest",
      scope,
      handle: (request) => showSignIn(request, listSignInWays),
    },
    {
      method: "POST",
      path: accountPaths.signIn,
      audience: "guest",
      scope,
      handle: (request) => submitSignIn(request, listSignInWays),
    },
    {
      method: "POST",
      path: accountPaths.signOut,
      audience: "guest",
      scope,
      handle: (request) => submitSignOut(request, offerProviderSignOut),
    },
    {
      method: "GET",
      path: accountPaths.start,
      audience: "account",
      scope,
      handle: (request) => showAccount(request, listOtherPortals),
    },
    {
      method: "POST",
      path: accountPaths.notices,
      ...own,
      handle: clearNotices,
    },
    { method: "POST", path: accountPaths.mailAgain, ...own, handle: mailAgain },
  ];
}

async function mailAgain({ accountContext }: PortalRequest): Promise<Reply> {
  await tryMailAgain(accountContext);
  return redirect(accountPaths.start);
}

async function showSignIn(
  request: PortalRequest,
  listSignInWays: ListSignInWays,
  attempt?: { readonly back: string; readonly local: LocalAttempt },
): Promise<Reply> {
  const { account, accountContext, locale, portal, query } = request;
  const back = attempt?.back ?? returnPath(query.get("zurueck"));
  const wanted = query.get("niveau") ?? "none";
  const neededLevel = isAssuranceLevel(wanted) ? wanted : "none";
  if (!attempt && account && reaches(account.assuranceLevel, neededLevel))
    return redirect(back);
  return signInPage({
    locale,
    back,
    neededLevel,
    hasLeistungen: portal.kind !== "installation",
    isSaved: query.has("gespeichert"),
    isStepUp: account !== undefined,
    isPasswordNew: query.get("passwort") === "neu",
    ...(attempt ? { local: attempt.local } : {}),
    isPasskeyRefused: query.has("passkey"),
    ways: await listSignInWays(accountContext, {
      portalTenantId: portal.tenantId,
      locale,
    }),
  });
}

async function submitSignIn(
  request: PortalRequest,
  listSignInWays: ListSignInWays,
): Promise<Reply> {
  const { accountContext, cookies, fields, locale, portal } = request;
  const email = fields.get("email") ?? "";
  const password = fields.get("password") ?? "";
  const back = returnPath(fields.get("zurueck"));
  const missing = missingTexts({ email, password }, locale);
  if (missing.error !== undefined || missing.passwordError !== undefined)
    return showSignIn(request, listSignInWays, {
      back,
      local: { email, ...missing },
    });
  const signedIn = await signInWithPassword(accountContext, {
    email,
    password,
    clientAddress: request.clientAddress,
    knownDevice: cookies[deviceCookie],
    portalTenantId: portal.tenantId,
    device: deviceOf(request.userAgent),
  });
  if (!signedIn.ok)
    return showSignIn(request, listSignInWays, {
      back,
      local: { email, ...attemptErrors(signedIn.refusal, locale) },
    });
  // Whoever was signed in on this device before is signed out.
  await signOut(accountContext, cookies[accountCookie]);
  const { stage } = signedIn.value;
  const query = new URLSearchParams({ zurueck: back }).toString();
  return redirect(
    stage === "full" ? back : `${accountPaths.code}?${query}`,
    signedInCookies(signedIn.value),
  );
}

/** Whoever pressed the button too early has guessed nothing. */
function missingTexts(
  { email, password }: { readonly email: string; readonly password: string },
  locale: PortalRequest["locale"],
): Pick<LocalAttempt, "error" | "passwordError"> {
  const t = localTexts(locale);
  return {
    ...(email.trim() === "" && { error: t("local.email.missing") }),
    ...(password === "" && { passwordError: t("local.password.missing") }),
  };
}

function attemptErrors(
  refusal: PasswordRefusal,
  locale: PortalRequest["locale"],
) {
  const t = localTexts(locale);
  switch (refusal.kind) {
    case "wrong-credentials":
      return { error: t("local.wrong") };
    case "address-unconfirmed":
      return { error: t("local.unconfirmed"), isUnconfirmed: true };
    case "too-many-attempts": {
      const seconds = refusal.retryAfterSeconds;
      return {
        error: t("local.too-many", { seconds }),
        retryAfterSeconds: seconds,
      };
    }
  }
}

async function submitSignOut(
  { account, accountContext, cookies, portal }: PortalRequest,
  offerProviderSignOut: OfferProviderSignOut,
): Promise<Reply> {
  await signOut(accountContext, cookies[accountCookie]);
  const offer =
    account &&
    (await offerProviderSignOut(accountContext, {
      sessionId: account.sessionId,
      provider: account.provider,
      portalTenantId: portal.tenantId,
    }));
  return redirect(offer ?? "/", [{ name: accountCookie, value: "" }]);
}

async function showAccount(
  request: PortalRequest,
  listOtherPortals: HandOverPorts["listOtherPortals"],
): Promise<Reply> {
  const { account, accountContext, portal } = request;
  const overview =
    account && (await readOverview(accountContext, account.accountId));
  if (!account || !overview) return redirect(accountPaths.signIn);
  const [otherPortals, notices] = await Promise.all([
    listOtherPortals(portal.tenantId),
    readOwnNotices(accountContext),
  ]);
  return accountPage(request, { account, overview, otherPortals, notices });
}

async function clearNotices({ accountContext }: PortalRequest): Promise<Reply> {
  await clearOwnNotices(accountContext);
  return redirect(accountPaths.start);
}
