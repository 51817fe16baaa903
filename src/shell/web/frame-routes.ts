import { html } from "../../platform/html/html.ts";
import {
  parseThemeChoice,
  renderDarstellung,
  themeCookie,
} from "./darstellung-page.ts";
import {
  barrierefreiheitPage,
  datenschutzPage,
  gebaerdensprachePage,
  hilfePage,
  impressumPage,
  leichteSprachePage,
  type LegalPage,
  type LegalPageInput,
} from "./legal-pages.ts";
import { page, redirect, type PortalRequest, type Route } from "./route.ts";
import { securityTxt } from "./security-txt.ts";

/** Pages every portal has, whatever it offers: the ones the law asks for, help, and the choice of light or dark. */
export function frameRoutes({
  securityContact,
}: {
  /** Whom to tell about a weakness; the authority itself when left out. */
  readonly securityContact: string | undefined;
}): readonly Route[] {
  return [
    legalRoute("/impressum", impressumPage),
    legalRoute("/datenschutz", datenschutzPage),
    legalRoute("/barrierefreiheit", barrierefreiheitPage),
    legalRoute("/leichte-sprache", leichteSprachePage),
    legalRoute("/gebaerdensprache", gebaerdensprachePage),
    legalRoute("/hilfe", hilfePage),
    {
      method: "GET",
      path: "/darstellung",
      audience: "guest",
      scope: "any",
      handle: showDarstellung,
    },
    {
      method: "POST",
      path: "/darstellung",
      audience: "guest",
      scope: "any",
      handle: chooseDarstellung,
    },
    {
      method: "GET",
      path: "/.well-known/security.txt",
      audience: "guest",
      scope: "any",
      handle: showSecurityTxt(securityContact),
    },
  ];
}

function legalRoute(
  path: string,
  render: (input: LegalPageInput) => LegalPage,
): Route {
  return {
    method: "GET",
    path,
    audience: "public",
    scope: "any",
    handle: ({ portal, locale, baseUrl }) =>
      Promise.resolve(page(render({ portal, locale, baseUrl }))),
  };
}

function showDarstellung({ locale, cookies }: PortalRequest) {
  const choice = parseThemeChoice(cookies[themeCookie.name]);
  return Promise.resolve(
    page(renderDarstellung({ locale, choice, hiddenFields: html`` })),
  );
}

function chooseDarstellung({ fields }: PortalRequest) {
  const choice = parseThemeChoice(fields.get("darstellung"));
  const cookie = { ...themeCookie, value: choice === "system" ? "" : choice };
  return Promise.resolve(redirect("/darstellung", [cookie]));
}

function showSecurityTxt(securityContact: string | undefined): Route["handle"] {
  return ({ portal, baseUrl, context }) =>
    Promise.resolve({
      kind: "download",
      contentType: "text/plain; charset=utf-8",
      filename: "security.txt",
      disposition: "inline",
      body: Buffer.from(
        securityTxt({
          contact: securityContact ?? `mailto:${portal.contact.email}`,
          baseUrl,
          now: context.now,
        }),
      ),
    });
}
