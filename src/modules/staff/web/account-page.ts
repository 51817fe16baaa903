import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { OwnAccount } from "../use-cases/read-own-account.ts";
import type { FormError } from "./sign-in-pages.ts";
import { absencePaths, accountPaths } from "./staff-paths.ts";

export type AccountPageProps = {
  readonly locale: Locale;
  readonly account: OwnAccount;
  /** The session this page is shown in. */
  readonly sessionId: string;
  /** True for who works on Vorgänge: somebody does it while they are away. */
  readonly canBeAway: boolean;
  readonly error?: FormError | undefined;
};

/** Own account: second factor, and where one is signed in. */
export function accountPage(props: AccountPageProps): Page {
  const { locale, account, error } = props;
  const t = staffTexts(locale);
  const title = t("account.title");
  const errors = error ? [{ fieldId: "password", text: error.text }] : [];
  return page({
    status: error?.status ?? 200,
    retryAfterSeconds: error?.retryAfterSeconds,
    title: error ? t("sign-in.error-title", { title }) : title,
    section: accountPaths.start,
    scripts: error ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })} ${pageHeading({ title })}
    ${definitionRows([
      { term: t("account.name"), value: account.displayName },
      { term: t("account.login"), value: account.login },
    ])}
    ${
      props.canBeAway &&
      html`<p class="kern-body">
        ${link(absencePaths.start, t("absence.link"))}
      </p>`
    }
    ${section({
      title: t("account.factor.title"),
      body: account.isOfDirectory
        ? html`<p class="kern-body">${t("account.factor.directory")}</p>`
        : html`${factorState(account, locale)} ${factorForm(props)}`,
    })}
    ${section({
      title: t("account.sessions.title"),
      body: sessionTable(props),
      isWide: true,
    })}`,
  });
}

function factorState(account: OwnAccount, locale: Locale): SafeHtml {
  const t = staffTexts(locale);
  if (!account.hasSecondFactor) {
    return alert({
      kind: "warning",
      title: t("account.factor.off.title"),
      body: t("account.factor.off"),
    });
  }
  const count = account.recoveryCodesLeft;
  return html`<p class="kern-body">${t("account.factor.on")}</p>
    <p class="kern-body">${t("account.factor.codes-left", { count })}</p>`;
}

function factorForm({ locale, account, error }: AccountPageProps): SafeHtml {
  const t = staffTexts(locale);
  return html`<form
    method="post"
    action="${accountPaths.secondFactor}"
    novalidate
  >
    ${textInput({
      name: "password",
      label: t("account.factor.password"),
      hint: t("account.factor.password.hint"),
      type: "password",
      autocomplete: "current-password",
      error: error?.text,
      locale,
    })}
    ${button({
      label: t(
        account.hasSecondFactor
          ? "account.factor.restart"
          : "account.factor.start",
      ),
      variant: account.hasSecondFactor ? "secondary" : "primary",
    })}
  </form>`;
}

function sessionTable({
  locale,
  account,
  sessionId,
}: AccountPageProps): SafeHtml {
  const t = staffTexts(locale);
  const endForm = (id: string, since: string) =>
    html`<form method="post" action="${accountPaths.endSession(id)}">
      ${button({ label: t("account.sessions.end"), context: since, variant: "secondary" })}
    </form>`;
  return table({
    caption: t("account.sessions.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("account.sessions.since") },
      { label: t("account.sessions.seen") },
      { label: t("account.sessions.action") },
    ],
    rows: account.sessions.map((session) => ({
      cells: [
        formatDateTime(session.createdAt, locale),
        formatDateTime(session.lastSeenAt, locale),
        session.sessionId === sessionId
          ? t("account.sessions.this")
          : endForm(
              session.sessionId,
              formatDateTime(session.createdAt, locale),
            ),
      ],
    })),
  });
}
