import { accountCookie } from "../../../shell/web/account-cookie.ts";
import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isAssuranceLevel, reaches } from "../domain/assurance-level.ts";
import { returnPath } from "../domain/return-path.ts";
import type { ListSignInWays, OfferProviderSignOut } from "../ports.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { accountPage } from "./account-page.ts";
import { accountPaths } from "./account-paths.ts";
import type { HandOverPorts } from "./hand-over-routes.ts";
import { signInPage } from "./sign-in-page.ts";

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
  ];
}

async function showSignIn(
  request: PortalRequest,
  listSignInWays: ListSignInWays,
): Promise<Reply> {
  const { account, accountContext, locale, portal, query } = request;
  const back = returnPath(query.get("zurueck"));
  const wanted = query.get("niveau") ?? "none";
  const neededLevel = isAssuranceLevel(wanted) ? wanted : "none";
  if (account && reaches(account.assuranceLevel, neededLevel))
    return redirect(back);
  return signInPage({
    locale,
    back,
    neededLevel,
    hasLeistungen: portal.kind !== "installation",
    isStepUp: account !== undefined,
    isPasskeyRefused: query.has("passkey"),
    ways: await listSignInWays(accountContext, {
      portalTenantId: portal.tenantId,
      locale,
    }),
  });
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
  const otherPortals = await listOtherPortals(portal.tenantId);
  return accountPage(request, { account, overview, otherPortals });
}
