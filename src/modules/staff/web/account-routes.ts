import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { staffTexts } from "../i18n/texts.ts";
import { confirmTotpSetup } from "../use-cases/confirm-totp-setup.ts";
import { endOwnSession } from "../use-cases/end-own-session.ts";
import { findTotpSetup } from "../use-cases/find-totp-setup.ts";
import { readOwnAccount } from "../use-cases/read-own-account.ts";
import { startTotpSetup } from "../use-cases/start-totp-setup.ts";
import { accountPage } from "./account-page.ts";
import { recoveryCodesPage, secondFactorPage } from "./second-factor-pages.ts";
import type { FormError } from "./sign-in-pages.ts";
import { accountPaths } from "./staff-paths.ts";

/** The signed-in member's own account, on every portal. */
export function accountRoutes(): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "staff", scope: "any", handle });
  return [
    route("GET", accountPaths.start, (request) => showAccount(request)),
    route("GET", accountPaths.secondFactor, showSetup),
    route("POST", accountPaths.secondFactor, startSetup),
    route("POST", accountPaths.secondFactorConfirmation, confirmSetup),
    route("POST", accountPaths.endSession(":id"), endSession),
  ];
}

async function showAccount(
  { context, locale, staff, portal }: PortalRequest,
  error?: FormError,
): Promise<Reply> {
  const account = await readOwnAccount(context);
  if (!account || !staff) return showError(404);
  return accountPage({
    locale,
    account,
    sessionId: staff.sessionId,
    canBeAway:
      portal.kind !== "installation" && context.actor.may("vorgang.edit"),
    error,
  });
}

async function startSetup(request: PortalRequest): Promise<Reply> {
  const password = request.fields.get("password") ?? "";
  const result = await startTotpSetup(request.context, { password });
  if (result.ok) return redirect(accountPaths.secondFactor);
  const t = staffTexts(request.locale);
  switch (result.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "wrong-password":
      return showAccount(request, {
        status: 422,
        text: t("account.factor.wrong-password"),
      });
    case "too-many-attempts": {
      const seconds = result.refusal.retryAfterSeconds;
      const text = t("sign-in.too-many", { seconds });
      return showAccount(request, {
        status: 429,
        text,
        retryAfterSeconds: seconds,
      });
    }
  }
}

async function showSetup(request: PortalRequest): Promise<Reply> {
  const setup = await findTotpSetup(request.context, request.portal.name);
  if (!setup) return redirect(accountPaths.start);
  const { locale } = request;
  return secondFactorPage({ locale, setup, isCodeWrong: false });
}

async function confirmSetup(request: PortalRequest): Promise<Reply> {
  const { context, fields, locale, portal } = request;
  const code = fields.get("code") ?? "";
  const result = await confirmTotpSetup(context, { code });
  if (result.ok) return recoveryCodesPage({ locale, ...result.value });
  switch (result.refusal.kind) {
    case "not-started":
      return redirect(accountPaths.start);
    case "wrong-code": {
      const setup = await findTotpSetup(context, portal.name);
      if (!setup) return redirect(accountPaths.start);
      return secondFactorPage({ locale, setup, isCodeWrong: true });
    }
  }
}

async function endSession({ context, params }: PortalRequest): Promise<Reply> {
  await endOwnSession(context, params["id"] ?? "");
  return redirect(accountPaths.start);
}
