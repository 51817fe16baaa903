import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { listOwnConsents, revokeConsent } from "../use-cases/consents.ts";
import { accountPaths } from "./account-paths.ts";
import { consentsPage } from "./consents-page.ts";

/** What somebody has agreed to, on all portals. */
export function consentsRoutes(): readonly Route[] {
  const common = { audience: "account", scope: "any" } as const;
  return [
    {
      ...common,
      method: "GET",
      path: accountPaths.consents,
      handle: showConsents,
    },
    {
      ...common,
      method: "POST",
      path: accountPaths.consentEnd(":id"),
      handle: endConsent,
    },
  ];
}

async function showConsents({
  account,
  accountContext,
  locale,
  query,
}: PortalRequest): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  return consentsPage(locale, {
    consents: await listOwnConsents(accountContext, account.accountId),
    isRevoked: query.get("widerrufen") === "ja",
  });
}

async function endConsent({
  account,
  accountContext,
  params,
}: PortalRequest): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  await revokeConsent(accountContext, {
    accountId: account.accountId,
    consentId: params["id"] ?? "",
  });
  return redirect(`${accountPaths.consents}?widerrufen=ja`);
}
