import { html } from "../../../platform/html/html.ts";
import {
  accountCookie,
  signedInCookies,
} from "../../../shell/web/account-cookie.ts";
import {
  page,
  redirect,
  showError,
  type Page,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { deviceOf } from "../domain/device.ts";
import { returnPath } from "../domain/return-path.ts";
import { accountsTexts } from "../i18n/texts.ts";
import {
  beginHandOver,
  completeHandOver,
  findHandOverName,
} from "../use-cases/hand-over.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { accountPaths } from "./account-paths.ts";

export type HandOverPorts = {
  /** Address of a portal of this installation by the label of its host; undefined where there is none. */
  readonly findPortalAddress: (
    host: string,
  ) => Promise<
    { readonly tenantId: string; readonly baseUrl: string } | undefined
  >;
  /** Portals of authorities by name, but this one. */
  readonly listOtherPortals: (
    tenantId: string,
  ) => Promise<readonly { readonly host: string; readonly name: string }[]>;
};

/** From one portal to another of the installation, without signing in again. */
export function handOverRoutes(ports: HandOverPorts): readonly Route[] {
  return [
    {
      method: "POST",
      path: accountPaths.toPortal,
      audience: "account",
      scope: "any",
      handle: (request) => begin(request, ports),
    },
    {
      method: "GET",
      path: accountPaths.handOver(":token"),
      audience: "guest",
      scope: "any",
      guessable: true,
      handle: ask,
    },
    {
      method: "POST",
      path: accountPaths.handOver(":token"),
      audience: "guest",
      scope: "any",
      guessable: true,
      handle: complete,
    },
  ];
}

/** Where to is named by a portal of this installation, never by an address. */
async function begin(
  request: PortalRequest,
  { findPortalAddress }: HandOverPorts,
): Promise<Reply> {
  const { account, accountContext, fields } = request;
  const portal = await findPortalAddress(fields.get("portal") ?? "");
  if (!account || !portal) return showError(404);
  const token = await beginHandOver(accountContext, {
    accountId: account.accountId,
    sessionId: account.sessionId,
    portalTenantId: portal.tenantId,
    returnPath: returnPath(fields.get("zurueck")),
  });
  return passagePage(
    request,
    `${portal.baseUrl}${accountPaths.handOver(token)}`,
  );
}

/** A link, not a redirect: browsers hold the way a form leads to against the page's policy, and that knows no other host. */
function passagePage({ locale }: PortalRequest, href: string): Page {
  const t = accountsTexts(locale);
  return page({
    title: t("hand-over.portals"),
    section: accountPaths.start,
    main: html`${pageHeading({ title: t("hand-over.portals"), lead: t("hand-over.ready") })}
    ${linkButton({ label: t("hand-over.follow"), href })}`,
  });
}

/** Asked by name: nobody is signed in as somebody else by a link they were sent. */
async function ask(request: PortalRequest): Promise<Reply> {
  const name = await findHandOverName(
    request.accountContext,
    passageOf(request),
  );
  if (name === undefined) return notValidPage(request);
  const t = accountsTexts(request.locale);
  return page({
    title: t("hand-over.title"),
    section: accountPaths.start,
    main: html`${pageHeading({
        title: t("hand-over.title"),
        lead: t("hand-over.lead", { portal: request.portal.name }),
      })}
      ${request.account && alert({ kind: "info", title: t("hand-over.other", { name: request.account.displayName }) })}
      <form method="post" action="${request.path}">
        ${button({ label: t("hand-over.button", { name }) })}
      </form>
      <p><a class="kern-link" href="/">${t("hand-over.cancel")}</a></p>`,
  });
}

async function complete(request: PortalRequest): Promise<Reply> {
  const { accountContext, cookies } = request;
  const done = await completeHandOver(accountContext, {
    ...passageOf(request),
    device: deviceOf(request.userAgent),
  });
  if (!done.ok) return notValidPage(request);
  // Whoever was signed in on this portal before is signed out.
  await signOut(accountContext, cookies[accountCookie]);
  const { opened, returnPath: back } = done.value;
  return redirect(back, signedInCookies(opened));
}

function notValidPage({ locale }: PortalRequest): Page {
  const t = accountsTexts(locale);
  return page({
    status: 404,
    title: t("hand-over.over"),
    section: accountPaths.start,
    main: html`${pageHeading({ title: t("hand-over.over"), lead: t("hand-over.over.lead") })}
    ${linkButton({ label: t("sign-in.title"), href: accountPaths.signIn })}`,
  });
}

function passageOf({ params, portal }: PortalRequest) {
  return { token: params["token"] ?? "", portalTenantId: portal.tenantId };
}
