import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { federationTexts } from "../i18n/texts.ts";

/** Signed out here; offers to sign out at the provider, too. */
export function signOutPage({
  locale,
  providerName: name,
  path,
  isUnavailable,
}: {
  readonly locale: Locale;
  readonly providerName: string;
  /** Of this very page. */
  readonly path: string;
  readonly isUnavailable: boolean;
}): Page {
  const t = federationTexts(locale);
  const stay = linkButton({
    label: t("sign-out.stay"),
    href: "/",
    variant: "secondary",
  });
  return page({
    title: t("sign-out.title"),
    status: isUnavailable ? 503 : 200,
    main: html`${pageHeading({
      title: t("sign-out.title"),
      lead: t("sign-out.lead", { name }),
    })}
    ${
      isUnavailable
        ? html`${alert({ kind: "warning", title: t("sign-out.unavailable", { name }) })}
          ${buttonRow(stay)}`
        : buttonRow(
            linkButton({
              label: t("sign-out.button", { name }),
              href: `${path}/weiter`,
            }),
            stay,
          )
    }`,
  });
}
