import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  leave,
  page,
  type Cookie,
  type Leave,
  type Page,
} from "../../../shell/web/route.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { WayOut } from "../domain/sign-in-protocol.ts";
import { federationTexts } from "../i18n/texts.ts";
import type { FederationPorts } from "../ports.ts";

/** Sends the browser to a provider: by a redirect, or by a form that sends itself and has a button where scripts are off. */
export function sendOut(
  way: WayOut,
  {
    provider,
    locale,
    ports,
    cookies = [],
  }: {
    readonly provider: IdentityProvider;
    readonly locale: Locale;
    readonly ports: FederationPorts;
    readonly cookies?: readonly Cookie[];
  },
): Leave | Page {
  // The protocol has checked the origin against the provider's settings.
  const { origin } = new URL(way.address);
  if (way.kind === "redirect") return leave(way.address, [origin], cookies);
  const t = federationTexts(locale);
  const name = provider.name[locale];
  return page({
    title: t("way.title", { name }),
    cookies,
    scripts: ["send-at-once"],
    // Browsers hold a form to its targets over redirects, too: a provider may lead on to hosts of its own, or back here with an answer.
    formTargets: [origin, ports.baseUrlOf({ host: "" }), "https:"],
    main: html`${pageHeading({ title: t("way.title", { name }), lead: t("way.lead", { name }) })}
      <form method="post" action="${way.address}" data-send-at-once>
        ${Object.entries(way.fields).map(
          ([field, value]) =>
            html`<input type="hidden" name="${field}" value="${value}" />`,
        )}
        ${buttonRow(button({ label: t("way.button", { name }) }))}
      </form>`,
  });
}
