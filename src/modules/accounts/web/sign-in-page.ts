import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import { textInput } from "../../../ui/text-input.ts";
import { localTexts } from "../i18n/local-texts.ts";
import { accountPaths } from "./account-paths.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { reaches, type AssuranceLevel } from "../domain/assurance-level.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { SignInWay } from "../ports.ts";
import { passkeyScript } from "./passkey-form.ts";
import { passkeySignIn } from "./passkey-sign-in.ts";

export type SignInPageProps = {
  readonly locale: Locale;
  /** Where to go afterwards; checked before it came here. */
  readonly back: string;
  /** The level that the page behind needs; `none` where any will do. */
  readonly neededLevel: AssuranceLevel;
  /** A session ended in the middle of a form, and what was typed is saved. */
  readonly isSaved?: boolean;
  /** Somebody is signed in, but their level is too low. */
  readonly isStepUp: boolean;
  /** This portal offers Leistungen; the installation's own does not. */
  readonly hasLeistungen: boolean;
  readonly ways: readonly SignInWay[];
  /** What was typed as address, and what is wrong with the attempt. */
  readonly local?: LocalAttempt;
  /** A new password was just chosen. */
  readonly isPasswordNew?: boolean;
  /** An attempt with a passkey has just failed. */
  readonly isPasskeyRefused?: boolean;
};

/** All ways to sign in with what each can do; never a dead end. */
export function signInPage(props: SignInPageProps): Page {
  const { locale } = props;
  const t = accountsTexts(locale);
  const title = t("sign-in.title");
  const retryAfterSeconds = props.local?.retryAfterSeconds;
  const errors = errorsOf(props.local);
  const isWrong = errors.length > 0;
  return page({
    status: retryAfterSeconds !== undefined ? 429 : isWrong ? 422 : 200,
    retryAfterSeconds,
    title: isWrong ? factorTexts(locale)("error-title", { title }) : title,
    section: "/konto",
    scripts: isWrong ? [passkeyScript, "focus-error-summary"] : [passkeyScript],
    main: html`${errorSummary({ errors, locale })}
    ${pageHeading({ title, lead: t("sign-in.lead") })} ${reason(props)}
    ${newPasswordNotice(props)} ${localForm(props)} ${passkeyTrouble(props)}
    ${passkeySignIn(props)} ${waysSection(props)} ${guestSection(props)}`,
  });
}

function errorsOf({
  error,
  passwordError,
}: Partial<LocalAttempt> = {}): readonly SummarisedError[] {
  return [
    { fieldId: "email", text: error },
    { fieldId: "password", text: passwordError },
  ].flatMap(({ fieldId, text }) =>
    text === undefined ? [] : [{ fieldId, text }],
  );
}

export type LocalAttempt = {
  readonly email: string;
  /** Of the address, or of both together. */
  readonly error?: string;
  readonly passwordError?: string;
  readonly retryAfterSeconds?: number;
  /** The password is right, but the address was never confirmed. */
  readonly isUnconfirmed?: boolean;
};

/** Address and password prove the level low: where more is needed the form would only be a detour. */
function localForm({
  locale,
  back,
  neededLevel,
  local,
}: SignInPageProps): SafeHtml | false {
  if (!reaches("low", neededLevel)) return false;
  const t = localTexts(locale);
  return section({
    title: t("local.title"),
    body: html`<form method="post" action="${accountPaths.signIn}" novalidate>
        <input type="hidden" name="zurueck" value="${back}" />
        ${textInput({
          name: "email",
          label: t("local.email"),
          type: "email",
          value: local?.email ?? "",
          autocomplete: "username webauthn",
          error: local?.error,
          locale,
        })}
        ${textInput({
          name: "password",
          label: t("local.password"),
          type: "password",
          autocomplete: "current-password",
          error: local?.passwordError,
          locale,
        })}
        ${button({ label: t("local.button") })}
      </form>
      ${local?.isUnconfirmed === true && confirmAgainForm(local.email, locale)}
      <p>
        <a class="kern-link" href="${accountPaths.forgotten}"
          >${t("local.forgotten")}</a
        >
      </p>
      <p>
        <a
          class="kern-link"
          href="${accountPaths.register}?${new URLSearchParams({ zurueck: back }).toString()}"
          >${t("local.register")}</a
        >
      </p>`,
  });
}

function confirmAgainForm(email: string, locale: Locale): SafeHtml {
  return html`<form method="post" action="${accountPaths.confirmAgain}">
    <input type="hidden" name="email" value="${email}" />
    ${button({ label: localTexts(locale)("again.button"), variant: "secondary" })}
  </form>`;
}

function newPasswordNotice({
  locale,
  isPasswordNew,
}: SignInPageProps): SafeHtml | false {
  const title = localTexts(locale)("reset.done");
  return (
    isPasswordNew === true &&
    alert({ kind: "success", title, isAnnounced: true })
  );
}

function passkeyTrouble({
  locale,
  isPasskeyRefused,
}: SignInPageProps): SafeHtml | false {
  const title = factorTexts(locale)("passkey.sign-in.refused");
  return (
    isPasskeyRefused === true &&
    alert({ kind: "danger", title, isAnnounced: true })
  );
}

function guestSection({
  locale,
  hasLeistungen,
}: SignInPageProps): SafeHtml | false {
  const t = accountsTexts(locale);
  return (
    hasLeistungen &&
    section({
      title: t("sign-in.guest.title"),
      body: html`<p>${t("sign-in.guest")}</p>
        <p>
          <a class="kern-link" href="/leistungen">${t("sign-in.guest.link")}</a>
        </p>`,
    })
  );
}

function reason({
  locale,
  neededLevel,
  isSaved,
  back,
}: SignInPageProps): SafeHtml | false {
  const t = accountsTexts(locale);
  if (isSaved === true)
    return alert({
      kind: "success",
      title: t("sign-in.saved"),
      isAnnounced: true,
    });
  if (neededLevel !== "none" && neededLevel !== "low")
    return alert({
      kind: "info",
      title: t("sign-in.needs-level", { level: t(`level.${neededLevel}`) }),
    });
  return (
    back !== "/konto" && alert({ kind: "info", title: t("sign-in.needs") })
  );
}

function waysSection(props: SignInPageProps): SafeHtml | false {
  const { ways, locale, neededLevel } = props;
  const t = accountsTexts(locale);
  const useful = ways.filter((way) => reaches(way.assuranceLevel, neededLevel));
  return (
    useful.length > 0 &&
    section({
      title: t("sign-in.ways"),
      body: html`<p>${t("sign-in.ways.hint")}</p>
        <ul class="portal-ways">
          ${useful.map((way) => wayItem(way, props))}
        </ul>`,
    })
  );
}

function wayItem(
  way: SignInWay,
  { locale, back, neededLevel }: SignInPageProps,
): SafeHtml {
  const t = accountsTexts(locale);
  const query = new URLSearchParams({ zurueck: back, niveau: neededLevel });
  return html`<li>
    <h3 class="kern-heading-small">${way.name}</h3>
    <p>${way.description}</p>
    <p>
      ${t("sign-in.way.level", { level: t(`level.${way.assuranceLevel}`) })}
    </p>
    ${
      way.isDown
        ? alert({ kind: "warning", title: t("sign-in.way.down") })
        : linkButton({
            label: t("sign-in.way.button", { name: way.name }),
            href: `${way.path}?${query.toString()}`,
            variant: "secondary",
          })
    }
  </li>`;
}
