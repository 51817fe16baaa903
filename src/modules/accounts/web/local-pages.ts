import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { textInput } from "../../../ui/text-input.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { localTexts } from "../i18n/local-texts.ts";
import { accountPaths } from "./account-paths.ts";

/** Texts of what is wrong by the name of the field. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

type FormParts = {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly inputs: SafeHtml;
  readonly label: string;
  readonly below?: SafeHtml;
};

type FormState = {
  readonly locale: Locale;
  readonly errors?: FieldErrors;
  readonly retryAfterSeconds?: number;
};

/** Name, address, password. What was typed is kept, but the password. */
export function registerPage(
  state: FormState & {
    /** Where to go on afterwards. */
    readonly back: string;
    readonly displayName: string;
    readonly email: string;
  },
): Page {
  const { locale, errors = {} } = state;
  const t = localTexts(locale);
  return formPage(state, {
    title: t("register.title"),
    lead: t("register.lead"),
    action: accountPaths.register,
    label: t("register.button"),
    inputs: html`<input
        type="hidden"
        name="zurueck"
        value="${state.back}"
      />${textInput({
        name: "displayName",
        label: t("register.name"),
        value: state.displayName,
        autocomplete: "name",
        error: errors["displayName"],
        locale,
      })}
      ${emailInput(locale, { value: state.email, error: errors["email"] })}
      ${newPasswordInput(locale, errors["password"])}`,
    below: html`<p class="kern-body">${t("register.access")}</p>
      <p class="kern-body">
        ${t("register.privacy")}
        <a class="kern-link" href="/datenschutz"
          >${t("register.privacy.link")}</a
        >
      </p>`,
  });
}

/** The same whether the address has an account or not. */
export function sentPage(locale: Locale, { what, email }: SentMail): Page {
  const t = localTexts(locale);
  const isConfirmation = what !== "reset";
  return page({
    title: t("sent.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("sent.title"), lead: t(what === "again" ? "again.sent" : `sent.${what}`, { email }) })}
      <p class="kern-body">${t("sent.none")}</p>
      ${
        isConfirmation &&
        html`<form method="post" action="${accountPaths.confirmAgain}">
          <input type="hidden" name="email" value="${email}" />
          ${button({ label: t("again.button"), variant: "secondary" })}
        </form>`
      }
      <p>
        <a
          class="kern-link"
          href="${isConfirmation ? accountPaths.register : accountPaths.forgotten}"
          >${t("sent.begin-again")}</a
        >
      </p>`,
  });
}

export type SentMail = {
  readonly what: "confirm" | "again" | "reset";
  readonly email: string;
};

/** Asks for the address that the confirmation is sent to once more. */
export function confirmAgainPage(
  state: FormState & { readonly email: string },
): Page {
  const { locale, errors = {} } = state;
  const t = localTexts(locale);
  return formPage(state, {
    title: t("again.title"),
    lead: t("again.lead"),
    action: accountPaths.confirmAgain,
    label: t("again.button"),
    inputs: emailInput(locale, { value: state.email, error: errors["email"] }),
  });
}

/** Behind the link of the mail; asks for the password that was chosen. */
export function confirmPage(
  state: FormState & { readonly token: string },
): Page {
  const { locale, errors = {}, token } = state;
  const t = localTexts(locale);
  return formPage(state, {
    title: t("confirm.title"),
    lead: t("confirm.lead"),
    action: accountPaths.confirm(token),
    label: t("confirm.button"),
    inputs: textInput({
      name: "password",
      label: t("local.password"),
      type: "password",
      autocomplete: "current-password",
      error: errors["password"],
      locale,
    }),
  });
}

/** Asks for the address that a link is sent to. */
export function forgottenPage(
  state: FormState & { readonly email: string },
): Page {
  const { locale, errors = {} } = state;
  const t = localTexts(locale);
  return formPage(state, {
    title: t("forgotten.title"),
    lead: t("forgotten.lead"),
    action: accountPaths.forgotten,
    label: t("forgotten.button"),
    inputs: emailInput(locale, { value: state.email, error: errors["email"] }),
  });
}

/** Behind the link of the mail: a new password. */
export function resetPage(state: FormState & { readonly token: string }): Page {
  const { locale, errors = {}, token } = state;
  const t = localTexts(locale);
  return formPage(state, {
    title: t("reset.title"),
    lead: t("reset.lead"),
    action: accountPaths.reset(token),
    label: t("reset.button"),
    inputs: newPasswordInput(locale, errors["password"]),
  });
}

/** A link that was used or is too old, and where to get a new one. */
export function linkOverPage(locale: Locale, what: "confirm" | "reset"): Page {
  const t = localTexts(locale);
  const next = {
    confirm: { label: t("again.title"), href: accountPaths.confirmAgain },
    reset: { label: t("forgotten.title"), href: accountPaths.forgotten },
  };
  return page({
    status: 410,
    title: t("link-over.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("link-over.title"), lead: t("link-over.lead") })}
    ${linkButton(next[what])}`,
  });
}

function emailInput(
  locale: Locale,
  {
    value,
    error,
  }: { readonly value: string; readonly error: string | undefined },
): SafeHtml {
  return textInput({
    name: "email",
    label: localTexts(locale)("local.email"),
    type: "email",
    value,
    autocomplete: "username",
    error,
    locale,
  });
}

function newPasswordInput(locale: Locale, error: string | undefined): SafeHtml {
  const t = localTexts(locale);
  return textInput({
    name: "password",
    label: t("local.password"),
    hint: t("register.password.hint"),
    type: "password",
    autocomplete: "new-password",
    error,
    locale,
  });
}

function formPage(
  { locale, errors = {}, retryAfterSeconds }: FormState,
  parts: FormParts,
): Page {
  const listed = Object.entries(errors).flatMap(([fieldId, text]) =>
    text === undefined ? [] : [{ fieldId, text }],
  );
  const isWrong = listed.length > 0;
  return page({
    status: retryAfterSeconds === undefined ? (isWrong ? 422 : 200) : 429,
    retryAfterSeconds,
    title: isWrong
      ? factorTexts(locale)("error-title", { title: parts.title })
      : parts.title,
    section: "/konto",
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors: listed, locale })}
      ${pageHeading({ title: parts.title, lead: parts.lead })}
      <form method="post" action="${parts.action}" novalidate>
        ${parts.inputs} ${button({ label: parts.label })}
      </form>
      ${parts.below}`,
  });
}
