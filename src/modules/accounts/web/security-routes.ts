import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { localTexts } from "../i18n/local-texts.ts";
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  type ChangePasswordRefusal,
} from "../use-cases/own-security.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import { accountPaths } from "./account-paths.ts";
import { securityPage, type SecurityPageProps } from "./security-page.ts";

export type SecurityPorts = {
  /** Names of all portals by tenant. */
  readonly portalNames: () => Promise<ReadonlyMap<string, string>>;
};

/** Password and sessions of the signed-in person. */
export function securityRoutes(ports: SecurityPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({ method, path, audience: "account", scope: "any", handle });
  return [
    route("GET", accountPaths.security, (request) =>
      show(request, ports, { isChanged: request.query.has("geaendert") }),
    ),
    route("POST", accountPaths.password, (request) =>
      submitPassword(request, ports),
    ),
    route("POST", accountPaths.sessions, endOthers),
    route("POST", accountPaths.session(":id"), endOne),
  ];
}

async function show(
  { account, accountContext, locale }: PortalRequest,
  { portalNames }: SecurityPorts,
  shown: Pick<SecurityPageProps, "errors" | "retryAfterSeconds" | "isChanged">,
): Promise<Reply> {
  if (!account) return redirect(accountPaths.signIn);
  const { accountId, sessionId } = account;
  const [overview, sessions, names] = await Promise.all([
    readOverview(accountContext, accountId),
    listOwnSessions(accountContext, accountId),
    portalNames(),
  ]);
  return securityPage({
    locale,
    email: overview?.email,
    hasPassword: overview?.hasPassword ?? false,
    sessions,
    sessionId,
    portalNames: names,
    ...shown,
  });
}

async function submitPassword(
  request: PortalRequest,
  ports: SecurityPorts,
): Promise<Reply> {
  const { account, accountContext, fields, locale } = request;
  if (!account) return redirect(accountPaths.signIn);
  const current = fields.get("current") ?? "";
  const next = fields.get("next") ?? "";
  if (current === "" || next === "")
    return show(request, ports, { errors: missing({ current, next }, locale) });
  const changed = await changePassword(accountContext, {
    accountId: account.accountId,
    sessionId: account.sessionId,
    current,
    next,
  });
  return changed.ok
    ? redirect(`${accountPaths.security}?geaendert`)
    : show(request, ports, errorsOf(changed.refusal, locale));
}

function missing(
  { current, next }: { readonly current: string; readonly next: string },
  locale: PortalRequest["locale"],
) {
  const t = localTexts(locale);
  return {
    current: current === "" ? t("security.current.missing") : undefined,
    next: next === "" ? t("too-short") : undefined,
  };
}

function errorsOf(
  refusal: ChangePasswordRefusal,
  locale: PortalRequest["locale"],
) {
  const t = localTexts(locale);
  switch (refusal.kind) {
    case "wrong-password":
      return { errors: { current: t("security.wrong") } };
    case "password-weak":
      return { errors: { next: t(refusal.fault) } };
    case "too-many-attempts": {
      const seconds = refusal.retryAfterSeconds;
      return {
        errors: { current: t("local.too-many", { seconds }) },
        retryAfterSeconds: seconds,
      };
    }
  }
}

async function endOthers({
  account,
  accountContext,
}: PortalRequest): Promise<Reply> {
  if (account) await endOtherSessions(accountContext, account);
  return redirect(accountPaths.security);
}

async function endOne({
  account,
  accountContext,
  params,
}: PortalRequest): Promise<Reply> {
  if (account)
    await endOwnSession(accountContext, {
      accountId: account.accountId,
      sessionId: params["id"] ?? "",
    });
  return redirect(accountPaths.security);
}
