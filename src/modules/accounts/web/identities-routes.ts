import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { AccountKeeper } from "../ports.ts";
import {
  findOfferedMerge,
  mergeAccounts,
} from "../use-cases/merge-accounts.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import {
  findUnlinkable,
  unlinkIdentity,
  type UnlinkObstacle,
} from "../use-cases/unlink-identity.ts";
import { accountPaths } from "./account-paths.ts";
import type { FormError } from "./form-page.ts";
import {
  identitiesPage,
  mergePage,
  mergeRefusedPage,
  unlinkPage,
  type IdentityNews,
} from "./identities-page.ts";
import {
  askProof,
  proofError,
  proofOf,
  type ProofPorts,
} from "./proof-form.ts";

export type IdentitiesPorts = ProofPorts & {
  readonly keepers: readonly AccountKeeper[];
};

/** What an account is linked with, and making one of two accounts. */
export function identitiesRoutes(ports: IdentitiesPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest, ports: IdentitiesPorts) => Promise<Reply>,
  ): Route => ({
    method,
    path,
    audience: "account",
    scope: "any",
    handle: (request) => handle(request, ports),
  });
  return [
    route("GET", accountPaths.identities, (request, given) =>
      showIdentities(request, given, newsIn(request)),
    ),
    route("GET", accountPaths.unlink(":id"), (request, given) =>
      askForUnlinking(request, given),
    ),
    route("POST", accountPaths.unlink(":id"), unlink),
    route("GET", accountPaths.merge, showMerge),
    route("POST", accountPaths.merge, merge),
  ];
}

/** Names in the address of the list for what was done. */
const told = { merged: "zusammengefuehrt", unlinked: "getrennt" } as const;

function newsIn({ query }: PortalRequest): IdentityNews | undefined {
  return (["merged", "unlinked"] as const).find((it) => query.has(told[it]));
}

async function showIdentities(
  request: PortalRequest,
  { listSignInWays }: IdentitiesPorts,
  news: IdentityNews | undefined,
): Promise<Reply> {
  const { account, accountContext, locale, portal } = request;
  const overview =
    account && (await readOverview(accountContext, account.accountId));
  if (!overview) return redirect(accountPaths.signIn);
  return identitiesPage({
    locale,
    identities: overview.identities,
    ways: await listSignInWays(accountContext, {
      portalTenantId: portal.tenantId,
      locale,
    }),
    news,
  });
}

async function askForUnlinking(
  request: PortalRequest,
  ports: IdentitiesPorts,
  error?: FormError,
): Promise<Reply> {
  const { accountContext, locale, params, portal } = request;
  const identityId = params["id"] ?? "";
  if (!isId(identityId)) return showError(404);
  const found = await findUnlinkable(accountContext, identityId);
  if (!found.ok) return showObstacle(request, ports, found.refusal);
  const path = accountPaths.unlink(identityId);
  const proof = await askProof(request, ports, path);
  if (!proof) return redirect(accountPaths.signIn);
  const ways = await ports.listSignInWays(accountContext, {
    portalTenantId: portal.tenantId,
    locale,
  });
  return unlinkPage({ locale, ways, identity: found.value, proof, error });
}

function showObstacle(
  request: PortalRequest,
  ports: IdentitiesPorts,
  { kind }: UnlinkObstacle,
): Promise<Reply> {
  return kind === "last-means"
    ? showIdentities(request, ports, "last-means")
    : Promise.resolve(showError(404));
}

async function unlink(
  request: PortalRequest,
  ports: IdentitiesPorts,
): Promise<Reply> {
  const { account, accountContext, params } = request;
  const identityId = params["id"] ?? "";
  if (!account || !isId(identityId)) return showError(404);
  const unlinked = await unlinkIdentity(
    accountContext,
    { identityId, sessionId: account.sessionId },
    proofOf(request),
  );
  if (unlinked.ok)
    return redirect(`${accountPaths.identities}?${told.unlinked}`);
  switch (unlinked.refusal.kind) {
    case "last-means":
    case "not-found":
      return showObstacle(request, ports, unlinked.refusal);
    case "not-proven":
    case "too-many-attempts":
      return askForUnlinking(
        request,
        ports,
        proofError(request, unlinked.refusal),
      );
  }
}

async function showMerge(
  request: PortalRequest,
  { listSignInWays }: IdentitiesPorts,
): Promise<Reply> {
  const { account, accountContext, locale, portal } = request;
  const offer = account && (await findOfferedMerge(accountContext, account));
  if (!offer) return redirect(accountPaths.identities);
  const ways = await listSignInWays(accountContext, {
    portalTenantId: portal.tenantId,
    locale,
  });
  return offer.isOfAnother
    ? mergeRefusedPage(locale)
    : mergePage({ locale, offer, ways });
}

async function merge(
  { account, accountContext, locale }: PortalRequest,
  { keepers }: IdentitiesPorts,
): Promise<Reply> {
  const merged =
    account && (await mergeAccounts(accountContext, account, keepers));
  if (merged?.ok === false && merged.refusal.kind === "of-another-person")
    return mergeRefusedPage(locale);
  // Not offered any more: the list shows what is linked, and how to begin anew.
  return redirect(
    merged?.ok
      ? `${accountPaths.identities}?${told.merged}`
      : accountPaths.identities,
  );
}
