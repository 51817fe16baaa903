import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import { accountPages } from "../../../shell/web/account-navigation.ts";
import {
  page,
  type Page,
  type PortalRequest,
  type SignedInAccount,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { accountPaths } from "./account-paths.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { removalDay } from "../domain/account-term.ts";
import { noticeTexts } from "../i18n/notice-texts.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { OwnNotice } from "../use-cases/own-notices.ts";
import type { AccountOverview } from "../use-cases/read-overview.ts";

/** First page of the account: who one is here, and what can be done. */
export function accountPage(
  { accountContext, locale }: PortalRequest,
  {
    account,
    overview,
    otherPortals,
    notices,
  }: {
    readonly notices: readonly OwnNotice[];
    readonly account: SignedInAccount;
    readonly overview: AccountOverview;
    readonly otherPortals: readonly {
      readonly host: string;
      readonly name: string;
    }[];
  },
): Page {
  const t = accountsTexts(locale);
  return page({
    title: t("account.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("account.title"), preline: t("account.preline") })}
    ${!overview.isEmailConfirmed && withoutAddress(accountContext, locale)}
    ${overview.undeliverableSince && undeliverableAlert(overview.undeliverableSince, locale)}
    ${noticeSection(notices, locale)}
    ${definitionRows([
      { term: t("account.name"), value: account.displayName },
      { term: t("account.email"), value: emailText(overview, locale) },
      {
        term: t("account.level"),
        value: t("account.level.value", {
          level: t(`level.${account.assuranceLevel}`),
        }),
      },
      {
        term: t("account.since"),
        value: formatDate(overview.createdAt, locale),
      },
    ])}
    ${pageCards(locale)} ${portalSection(otherPortals, locale)}`,
  });
}

/** Nobody must give an address, but should know what we cannot do without one. */
function withoutAddress(
  { now }: PortalRequest["accountContext"],
  locale: Locale,
): SafeHtml {
  const t = noticeTexts(locale);
  const day = formatDate(removalDay(now), locale);
  return alert({
    kind: "info",
    title: t("no-address.title"),
    body: html`<p class="kern-body">${t("no-address.body", { day })}</p>
      ${linkButton({
        label: t("no-address.link"),
        href: accountPaths.address,
        variant: "secondary",
      })}`,
  });
}

/** Mail to the address came back: whoever signs in must learn it here. */
function undeliverableAlert(since: Date, locale: Locale): SafeHtml {
  const t = noticeTexts(locale);
  const day = formatDate(since, locale);
  return alert({
    kind: "warning",
    title: t("undeliverable.title"),
    body: html`<p class="kern-body">${t("undeliverable.body", { day })}</p>
      ${linkButton({
        label: t("undeliverable.link"),
        href: accountPaths.address,
        variant: "secondary",
      })}
      <form method="post" action="${accountPaths.mailAgain}">
        ${button({ label: t("undeliverable.again"), variant: "tertiary" })}
      </form>`,
  });
}

/** What would have been an e-mail. */
function noticeSection(
  notices: readonly OwnNotice[],
  locale: Locale,
): SafeHtml | false {
  const t = noticeTexts(locale);
  return (
    notices.length > 0 &&
    section({
      title: t("notices.title"),
      body: html`<p>${t("notices.lead")}</p>
        ${definitionRows(
          notices.map(({ news, at }) => ({
            term: formatDateTime(at, locale),
            value: t(`notice.${news}`),
          })),
        )}
        <form method="post" action="${accountPaths.notices}">
          ${button({ label: t("notices.read"), variant: "secondary" })}
        </form>`,
    })
  );
}

/** The account is the same everywhere: on to another portal without signing in again. */
function portalSection(
  portals: readonly { readonly host: string; readonly name: string }[],
  locale: Locale,
): SafeHtml | false {
  const t = accountsTexts(locale);
  return (
    portals.length > 0 &&
    section({
      title: t("hand-over.portals"),
      body: html`<p>${t("hand-over.portals.lead")}</p>
        <form method="post" action="${accountPaths.toPortal}">
          ${select({
            name: "portal",
            label: t("hand-over.portal"),
            options: portals.map(({ host, name }) => ({
              value: host,
              label: name,
            })),
            isLong: portals.length > 10,
            locale,
          })}
          ${button({ label: t("hand-over.go"), variant: "secondary" })}
        </form>`,
    })
  );
}

function pageCards(locale: Locale): SafeHtml | false {
  const cards = accountPages(locale).map(({ href, label, purpose }) =>
    card({ title: label, href, body: purpose }),
  );
  return cards.length > 0 && cardGrid(cards);
}

function emailText(
  { email, isEmailConfirmed }: AccountOverview,
  locale: PortalRequest["locale"],
): string {
  const t = accountsTexts(locale);
  if (email === undefined) return t("account.email.none");
  return isEmailConfirmed ? email : t("account.email.unconfirmed", { email });
}
