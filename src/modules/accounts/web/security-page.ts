import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accountPages } from "../../../shell/web/account-navigation.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { addressTexts } from "../i18n/address-texts.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { localTexts } from "../i18n/local-texts.ts";
import type { OwnSession } from "../use-cases/own-security.ts";
import { accountPaths } from "./account-paths.ts";
import type { FieldErrors } from "./local-pages.ts";

export type SecurityPageProps = {
  readonly locale: Locale;
  readonly email: string | undefined;
  readonly hasPassword: boolean;
  readonly sessions: readonly OwnSession[];
  /** The session this page is shown in. */
  readonly sessionId: string;
  /** Names of portals by tenant. */
  readonly portalNames: ReadonlyMap<string, string>;
  readonly errors?: FieldErrors;
  readonly retryAfterSeconds?: number;
  readonly isChanged?: boolean;
};

/** Password and sessions of the account. */
export function securityPage(props: SecurityPageProps): Page {
  const { locale, errors = {}, isChanged, retryAfterSeconds } = props;
  const t = localTexts(locale);
  const listed = Object.entries(errors).flatMap(([fieldId, text]) =>
    text === undefined ? [] : [{ fieldId, text }],
  );
  const isWrong = listed.length > 0;
  const title = t("security.title");
  return page({
    status: retryAfterSeconds === undefined ? (isWrong ? 422 : 200) : 429,
    retryAfterSeconds,
    title: isWrong ? factorTexts(locale)("error-title", { title }) : title,
    section: accountPaths.start,
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors: listed, locale })}
    ${isChanged === true && alert({ kind: "success", title: t("security.changed"), isAnnounced: true })}
    ${pageHeading({ title, lead: t("security.lead") })} ${addressSection(props)}
    ${section({
      title: t("security.password"),
      body: props.hasPassword
        ? passwordForm(locale, errors)
        : html`<p>${t("security.no-password")}</p>`,
    })}
    ${section({
      title: t("security.more"),
      body: html`<ul class="portal-list">
        ${accountPages(locale)
          .filter(({ href }) => href.startsWith(`${accountPaths.security}/`))
          .map(
            ({ href, label, purpose }) =>
              html`<li>
                <a class="kern-link" href="${href}">${label}</a>: ${purpose}
              </li>`,
          )}
      </ul>`,
    })}
    ${section({
      title: t("security.sessions"),
      isWide: true,
      body: html`${sessionTable(props)}
        <form method="post" action="${accountPaths.sessions}">
          ${button({ label: t("security.end-all"), variant: "secondary" })}
        </form>`,
    })}`,
  });
}

function addressSection({ locale, email }: SecurityPageProps): SafeHtml {
  const t = addressTexts(locale);
  const hasAddress = email !== undefined;
  return section({
    title: t("section.title"),
    body: html`<p>
        ${hasAddress ? t("section.now", { email }) : t("section.none")}
      </p>
      ${linkButton({
        label: t(hasAddress ? "section.link" : "section.link.none"),
        href: accountPaths.address,
        variant: "secondary",
      })}`,
  });
}

function passwordForm(locale: Locale, errors: FieldErrors): SafeHtml {
  const t = localTexts(locale);
  return html`<form method="post" action="${accountPaths.password}" novalidate>
    ${textInput({
      name: "current",
      label: t("security.current"),
      type: "password",
      autocomplete: "current-password",
      error: errors["current"],
      locale,
    })}
    ${textInput({
      name: "next",
      label: t("security.next"),
      hint: t("register.password.hint"),
      type: "password",
      autocomplete: "new-password",
      error: errors["next"],
      locale,
    })}
    ${button({ label: t("security.password") })}
  </form>`;
}

function sessionTable({
  locale,
  sessions,
  sessionId,
  portalNames,
}: SecurityPageProps): SafeHtml {
  const t = localTexts(locale);
  const endForm = (session: OwnSession) =>
    html`<form
      method="post"
      action="${accountPaths.session(session.sessionId)}"
    >
      ${button({
        label: t("security.end"),
        context: formatDateTime(session.createdAt, locale),
        variant: "secondary",
      })}
    </form>`;
  return table({
    caption: t("security.sessions"),
    isCaptionHidden: true,
    columns: [
      { label: t("security.device") },
      { label: t("security.portal") },
      { label: t("security.since") },
      { label: t("security.seen") },
      { label: t("security.action") },
    ],
    rows: sessions.map((session) => ({
      cells: [
        session.device === "" ? t("security.unknown-device") : session.device,
        portalNames.get(session.portalTenantId) ?? "",
        formatDateTime(session.createdAt, locale),
        formatDateTime(session.lastSeenAt, locale),
        session.sessionId === sessionId ? t("security.this") : endForm(session),
      ],
    })),
  });
}
