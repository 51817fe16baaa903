import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { counterCodeMinutes, type CardField } from "../domain/counter-check.ts";
import { counterProvider } from "../domain/passkey.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { AccountOverview } from "../use-cases/read-overview.ts";
import { accountPaths } from "./account-paths.ts";
import { backToSecurity, type FormError } from "./form-page.ts";
import { passkeyForm, passkeyScript, unsupportedNote } from "./passkey-form.ts";

type Locale = PortalRequest["locale"];

export type OwnCounterPageProps = {
  readonly locale: Locale;
  readonly overview: AccountOverview;
  readonly hasPasskey: boolean;
  /** An app gives codes. */
  readonly hasApp: boolean;
  readonly error?: FormError | undefined;
};

/** How one is confirmed at the counter, and the way to the code for it. */
export function ownCounterPage(props: OwnCounterPageProps): Page {
  const { locale, overview, error } = props;
  const t = factorTexts(locale);
  const title = t("counter.title");
  const identity = overview.identities.find(
    ({ provider }) => provider === counterProvider,
  );
  return page({
    status: error?.status ?? 200,
    retryAfterSeconds: error?.retryAfterSeconds,
    title: error ? t("error-title", { title }) : title,
    section: "/konto",
    scripts: [passkeyScript],
    main: html`${backLink(backToSecurity(locale))}
    ${pageHeading({ title, lead: t("counter.lead") })}
    ${error && alert({ kind: "danger", title: error.text, isAnnounced: true })}
    ${
      identity &&
      alert({
        kind: "success",
        title: t("counter.done", {
          at: formatDateTime(identity.linkedAt, locale),
        }),
        body: t("counter.done.body"),
      })
    }
    ${section({
      title: t("counter.steps.title"),
      body: html`<ol class="kern-list">
        <li>${t("counter.steps.1")}</li>
        <li>${t("counter.steps.2", { minutes: counterCodeMinutes })}</li>
        <li>${t("counter.steps.3")}</li>
        <li>${t("counter.steps.4")}</li>
      </ol>`,
    })}
    ${section({ title: t("counter.code.title"), body: wayToCode(props) })}
    ${section({
      title: t("counter.after.title"),
      body: html`<p class="kern-body">${t("counter.after.1")}</p>
        <p class="kern-body">${t("counter.after.2")}</p>`,
    })}`,
  });
}

function wayToCode({
  locale,
  overview,
  hasPasskey,
  hasApp,
}: OwnCounterPageProps): SafeHtml {
  const t = factorTexts(locale);
  if (!overview.isEmailConfirmed)
    return alert({ kind: "info", title: t("counter.needs-address") });
  if (!hasPasskey && !hasApp)
    return html`${alert({ kind: "info", title: t("counter.needs-factor") })}
    ${buttonRow(
      linkButton({
        label: t("passkey.add.button"),
        href: accountPaths.passkeys,
      }),
      linkButton({
        label: t("factor.start"),
        href: accountPaths.secondFactor,
        variant: "secondary",
      }),
    )}`;
  return html`<p class="kern-body">${t("counter.code.body")}</p>
    ${hasPasskey && passkeyWay(locale)} ${hasApp && appWay(locale)}`;
}

function passkeyWay(locale: Locale): SafeHtml {
  return html`${unsupportedNote(locale)}
  ${passkeyForm({
    locale,
    does: "get",
    action: accountPaths.counter,
    options: accountPaths.askForConfirmation,
    label: factorTexts(locale)("counter.code.button"),
  })}`;
}

function appWay(locale: Locale): SafeHtml {
  const t = factorTexts(locale);
  return html`<form method="post" action="${accountPaths.counter}">
    ${textInput({
      name: "code",
      label: t("code.label"),
      hint: t("setup.confirm.hint"),
      autocomplete: "one-time-code",
      maxLength: 12,
      width: 10,
      locale,
    })}
    ${button({ label: t("counter.code.button.app"), variant: "secondary" })}
  </form>`;
}

/** The code, shown once. */
export function counterCodePage(
  { locale }: PortalRequest,
  { code, expiresAt }: { readonly code: string; readonly expiresAt: Date },
): Page {
  const t = factorTexts(locale);
  return page({
    title: t("counter.code.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("counter.code.title"), lead: t("counter.code.show") })}
      <p class="kern-heading-large"><code>${code}</code></p>
      <p class="kern-body">
        ${t("counter.code.until", { at: formatDateTime(expiresAt, locale) })}
      </p>
      ${alert({ kind: "warning", title: t("counter.code.secret") })}
      ${linkButton({ label: t("counter.code.back"), href: accountPaths.counter, variant: "secondary" })}`,
  });
}

export type TypedCheck = {
  readonly code: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly placeOfBirth: string;
  readonly dateOfBirth: DateParts;
};

export type OfficerPageProps = {
  readonly locale: Locale;
  readonly typed?: TypedCheck;
  readonly faults?: readonly (CardField | "code")[];
  readonly isDone?: boolean;
};

/** For officers: the code and four fields of the ID card. Shows nothing of any account. */
export function officerPage(props: OfficerPageProps): Page {
  const { locale, faults = [], isDone = false } = props;
  const t = factorTexts(locale);
  const title = t("officer.title");
  const errors = faults.map((field) => ({
    fieldId: field,
    text: t(`officer.${field}.error`),
  }));
  return page({
    status: faults.length > 0 ? 422 : 200,
    title: faults.length > 0 ? t("error-title", { title }) : title,
    section: accountPaths.officer,
    scripts: faults.length > 0 ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, lead: t("officer.lead") })}
    ${
      isDone &&
      alert({
        kind: "success",
        title: t("officer.done"),
        body: t("officer.done.body"),
        isAnnounced: true,
      })
    }
    ${alert({ kind: "info", title: t("officer.check"), body: t("officer.check.body") })}
    ${cardForm(props)}`,
  });
}

function cardForm({ locale, typed, faults = [] }: OfficerPageProps): SafeHtml {
  const t = factorTexts(locale);
  const field = (name: CardField | "code") => ({
    name,
    label: t(`officer.${name}`),
    error: faults.includes(name) ? t(`officer.${name}.error`) : undefined,
    locale,
  });
  const text = (name: "code" | Exclude<CardField, "dateOfBirth">) =>
    textInput({
      ...field(name),
      ...(name === "code" ? { hint: t("officer.code.hint") } : {}),
      value: typed?.[name] ?? "",
      maxLength: 120,
      autocomplete: "off",
      spellCheck: false,
    });
  return html`<form method="post" action="${accountPaths.officer}" novalidate>
    ${text("code")} ${text("familyName")} ${text("givenNames")}
    ${dateInput({
      ...field("dateOfBirth"),
      ...(typed ? { value: typed.dateOfBirth } : {}),
    })}
    ${text("placeOfBirth")} ${button({ label: t("officer.button") })}
  </form>`;
}
