import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { card } from "../../../ui/card.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { Consent } from "../use-cases/consents.ts";
import { accountPaths } from "./account-paths.ts";

/** What somebody has agreed to, each with a button that takes it back. */
export function consentsPage(
  locale: Locale,
  {
    consents,
    isRevoked,
  }: { readonly consents: readonly Consent[]; readonly isRevoked: boolean },
): Page {
  const t = accountsTexts(locale);
  const inForce = consents.filter(({ revokedAt }) => !revokedAt);
  const before = consents.filter(({ revokedAt }) => revokedAt);
  return page({
    title: t("consents.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("consents.title"), lead: t("consents.lead") })}
    ${isRevoked && alert({ kind: "success", title: t("consents.revoked"), body: t("consents.revoked.body"), isAnnounced: true })}
    ${inForce.length > 0 ? section({ title: t("consents.in-force"), body: html`${inForce.map((consent) => consentCard(consent, locale))}` }) : nothingYet(locale)}
    ${before.length > 0 && revokedSection(before, locale)}`,
  });
}

function nothingYet(locale: Locale): SafeHtml {
  const t = accountsTexts(locale);
  return emptyState({
    title: t("consents.none"),
    body: t("consents.none.body"),
    action: { label: t("consents.profile"), href: accountPaths.profile },
  });
}

function consentCard(consent: Consent, locale: Locale): SafeHtml {
  const t = accountsTexts(locale);
  return card({
    title: nameOf(consent, locale),
    level: 3,
    body: html`<p class="kern-body">
        ${t(consent.kind === "prefill" ? "consents.prefill" : "consents.other")}
      </p>
      <p class="kern-body">
        ${t("consents.granted", { date: formatDate(consent.grantedAt, locale) })}
      </p>`,
    footer: html`<form
      method="post"
      action="${accountPaths.consentEnd(consent.consentId)}"
    >
      ${button({
        label: t("consents.revoke"),
        context: nameOf(consent, locale),
        variant: "secondary",
      })}
    </form>`,
  });
}

function revokedSection(
  consents: readonly Consent[],
  locale: Locale,
): SafeHtml {
  const t = accountsTexts(locale);
  const title = t("consents.before");
  return section({
    title,
    body: table({
      caption: title,
      isCaptionHidden: true,
      columns: [
        { label: t("consents.what") },
        { label: t("consents.granted-on") },
        { label: t("consents.revoked-on") },
      ],
      rows: consents.map((consent) => ({
        cells: [
          nameOf(consent, locale),
          formatDate(consent.grantedAt, locale),
          consent.revokedAt ? formatDate(consent.revokedAt, locale) : "",
        ],
      })),
    }),
  });
}

function nameOf({ label, kind }: Consent, locale: Locale): string {
  if (label !== "") return label;
  return kind === "prefill"
    ? accountsTexts(locale)("consents.prefill.name")
    : kind;
}
