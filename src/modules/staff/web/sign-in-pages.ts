import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { textInput } from "../../../ui/text-input.ts";
import type { PasswordFault } from "../../../platform/passwords/password-rules.ts";
import { staffTexts } from "../i18n/texts.ts";
import { signInPaths } from "./staff-paths.ts";

/** What went wrong with the last try, and the status that goes with it. */
export type FormError = {
  readonly status: 422 | 429;
  readonly text: string;
  /** With 429. */
  readonly retryAfterSeconds?: number;
};

type FormProps = {
  readonly locale: Locale;
  /** Where to go afterwards; checked before it came here. */
  readonly back: string;
  readonly error?: FormError | undefined;
};

/** E-mail address and password. What was typed as address is kept, the password is not. */
export function signInPage(
  props: FormProps & {
    readonly login: string;
    /** They have just signed out: says that it worked. */
    readonly isSignedOut?: boolean;
    /** Why the sign-in with the directory came to nothing. */
    readonly problem?: string | undefined;
    /** Name of the authority's directory, where staff may sign in with it. */
    readonly directoryLabel: string | undefined;
  },
): Page {
  const { locale, error } = props;
  const t = staffTexts(locale);
  return formPage(props, {
    title: t("sign-in.title"),
    lead: t("sign-in.lead"),
    action: signInPaths.start,
    errorField: "login",
    status: props.problem === undefined ? undefined : 422,
    above: html`${signedOutNotice(props)} ${problemNotice(props)}
    ${directoryWay(props)}`,
    inputs: html`${textInput({
      name: "login",
      label: t("sign-in.login"),
      type: "email",
      autocomplete: "username",
      value: props.login,
      error: error?.text,
      locale,
    })}
    ${textInput({
      name: "password",
      label: t("sign-in.password"),
      type: "password",
      autocomplete: "current-password",
      locale,
    })}`,
    buttonLabel: t("sign-in.button"),
    below: html`<p class="kern-body">${t("sign-in.help")}</p>`,
  });
}

function signedOutNotice({
  locale,
  isSignedOut,
}: {
  readonly locale: Locale;
  readonly isSignedOut?: boolean;
}): SafeHtml | false {
  const t = staffTexts(locale);
  return (
    isSignedOut === true &&
    alert({
      kind: "success",
      title: t("signed-out.title"),
      body: t("signed-out.body"),
      isAnnounced: true,
    })
  );
}

/** Nothing that was typed here was wrong. */
const problemNotice = ({
  problem,
}: {
  readonly problem?: string | undefined;
}) =>
  problem !== undefined &&
  alert({ kind: "danger", title: problem, isAnnounced: true });

function directoryWay({
  locale,
  back,
  directoryLabel,
}: FormProps & {
  readonly directoryLabel: string | undefined;
}): SafeHtml | false {
  const t = staffTexts(locale);
  const query = new URLSearchParams({ zurueck: back }).toString();
  return (
    directoryLabel !== undefined &&
    html`<p>
        ${linkButton({
          label: t("directory.button", { label: directoryLabel }),
          href: `${signInPaths.directory}?${query}`,
        })}
      </p>
      <h2 class="kern-heading-medium">${t("directory.or")}</h2>`
  );
}

/** Code of the authenticator app, or a recovery code. */
export function codePage(props: FormProps): Page {
  const { locale, error } = props;
  const t = staffTexts(locale);
  return formPage(props, {
    title: t("code.title"),
    lead: t("code.lead"),
    action: signInPaths.code,
    errorField: "code",
    inputs: textInput({
      name: "code",
      label: t("code.label"),
      hint: t("code.hint"),
      autocomplete: "one-time-code",
      maxLength: 40,
      width: 20,
      error: error?.text,
      locale,
    }),
    buttonLabel: t("code.button"),
  });
}

/** An own password in place of a one-time one. */
export function newPasswordPage(
  props: Omit<FormProps, "error"> & { readonly fault?: PasswordFault },
): Page {
  const { locale, fault } = props;
  const t = staffTexts(locale);
  const error: FormError | undefined = fault && {
    status: 422,
    text: t(`new-password.${fault}`),
  };
  return formPage(
    { ...props, error },
    {
      title: t("new-password.title"),
      lead: t("new-password.lead"),
      action: signInPaths.password,
      errorField: "password",
      inputs: textInput({
        name: "password",
        label: t("new-password.label"),
        hint: t("new-password.hint"),
        type: "password",
        autocomplete: "new-password",
        error: error?.text,
        locale,
      }),
      buttonLabel: t("new-password.button"),
    },
  );
}

type FormParts = {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly errorField: string;
  /** Where nothing is wrong with what was typed. */
  readonly status?: number | undefined;
  readonly inputs: SafeHtml;
  readonly above?: SafeHtml | false;
  readonly buttonLabel: string;
  readonly below?: SafeHtml;
};

function formPage({ locale, back, error }: FormProps, parts: FormParts): Page {
  const t = staffTexts(locale);
  const { title } = parts;
  const errors = error ? [{ fieldId: parts.errorField, text: error.text }] : [];
  return page({
    status: error?.status ?? parts.status ?? 200,
    retryAfterSeconds: error?.retryAfterSeconds,
    title: error ? t("sign-in.error-title", { title }) : title,
    scripts: error ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })}
      ${pageHeading({ title, lead: parts.lead })} ${parts.above}
      <form method="post" action="${parts.action}" novalidate>
        <input type="hidden" name="zurueck" value="${back}" />
        ${parts.inputs} ${button({ label: parts.buttonLabel })}
      </form>
      ${parts.below}`,
  });
}
