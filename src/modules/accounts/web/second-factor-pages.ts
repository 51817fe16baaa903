import {
  html,
  uncheckedHtml,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { printButton } from "../../../ui/print-button.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { SecondFactorState } from "../use-cases/own-second-factor.ts";
import { accountPaths } from "./account-paths.ts";
import { passkeyScript } from "./passkey-form.ts";
import { backToSecurity, formPage, type FormError } from "./form-page.ts";
import { proofForms, type AskedProof } from "./proof-form.ts";

export type SecondFactorPageProps = {
  readonly locale: Locale;
  readonly state: SecondFactorState;
  readonly proof: AskedProof;
  readonly hasEnded?: boolean;
  readonly error?: FormError | undefined;
  /** The error is about switching off. */
  readonly isAboutEnd?: boolean;
};

/** Whether codes are asked after the password, and switching that on and off. */
export function secondFactorPage(props: SecondFactorPageProps): Page {
  const { locale, state, error, hasEnded = false, isAboutEnd = false } = props;
  const t = factorTexts(locale);
  return formPage({
    locale,
    back: backToSecurity(locale),
    error,
    errorField: isAboutEnd ? "password-end" : "password",
    title: t("factor.title"),
    lead: t("factor.lead"),
    scripts: [passkeyScript],
    body: html`${hasEnded && alert({ kind: "success", title: t("factor.ended"), isAnnounced: true })}
      ${
        state.isOn &&
        html`${alert({ kind: "success", title: t("factor.on") })}
          <p class="kern-body">
            ${t("factor.codes-left", { count: state.recoveryCodesLeft })}
          </p>`
      }
      ${state.hasPassword ? forms(props) : alert({ kind: "info", title: t("factor.no-password") })}
      <p class="kern-body">${t("factor.passkey-hint")}</p>`,
  });
}

function forms({
  locale,
  state,
  proof,
  error,
  isAboutEnd = false,
}: SecondFactorPageProps): SafeHtml {
  const t = factorTexts(locale);
  const start = proofForms(locale, {
    id: "password",
    action: accountPaths.secondFactor,
    label: t(state.isOn ? "factor.restart" : "factor.start"),
    variant: state.isOn ? "secondary" : "primary",
    proof,
    error: isAboutEnd ? undefined : error?.text,
  });
  if (!state.isOn) return start;
  return html`${start}
  ${section({
    title: t("factor.end.title"),
    body: html`<p class="kern-body">${t("factor.end.body")}</p>
      ${proofForms(locale, {
        id: "password-end",
        action: accountPaths.secondFactorEnd,
        label: t("factor.end"),
        variant: "secondary",
        proof,
        error: isAboutEnd ? error?.text : undefined,
      })}`,
  })}`;
}

/** QR code and key to scan or type, and the field for the first code. */
export async function secondFactorSetupPage({
  locale,
  setup,
  error,
}: {
  readonly locale: Locale;
  readonly setup: { readonly address: string; readonly secretText: string };
  readonly error?: FormError | undefined;
}): Promise<Page> {
  const t = factorTexts(locale);
  // Rarely needed: not loaded before.
  const { toString: qrCodeText } = await import("qrcode");
  // Drawn by the library from the address alone: paths and numbers, nothing of it is markup from outside.
  const picture = await qrCodeText(setup.address, { type: "svg", width: 240 });
  return formPage({
    locale,
    error,
    errorField: "code",
    title: t("setup.title"),
    body: html`${section({
      title: t("setup.scan.title"),
      body: html`<p class="kern-body">${t("setup.scan.body")}</p>
        <div role="img" aria-label="${t("setup.scan.alt")}">
          ${uncheckedHtml(picture)}
        </div>
        <p class="kern-body">${t("setup.type")}</p>
        <p class="kern-body">
          <code>${setup.secretText.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>`,
    })}
    ${section({
      title: t("setup.confirm.title"),
      body: codeForm(locale, {
        action: accountPaths.secondFactorSetup,
        hint: t("setup.confirm.hint"),
        label: t("setup.confirm.button"),
        error: error?.text,
      }),
    })}`,
  });
}

/** The recovery codes, shown once, to print. */
export function recoveryCodesPage(
  locale: Locale,
  recoveryCodes: readonly string[],
): Page {
  const t = factorTexts(locale);
  return formPage({
    locale,
    title: t("recovery.title"),
    lead: t("recovery.lead"),
    scripts: ["print-page"],
    body: html`${alert({ kind: "warning", title: t("recovery.once") })}
      <ul class="kern-list" aria-label="${t("recovery.list")}">
        ${recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${printButton(locale)}
      ${linkButton({ label: t("recovery.done"), href: accountPaths.secondFactor })}`,
  });
}

/** Second step of signing in. */
export function codePage({
  locale,
  back,
  error,
}: {
  readonly locale: Locale;
  readonly back: string;
  readonly error?: FormError | undefined;
}): Page {
  const t = factorTexts(locale);
  return formPage({
    locale,
    error,
    errorField: "code",
    title: t("code.title"),
    lead: t("code.lead"),
    body: codeForm(locale, {
      action: accountPaths.code,
      hint: t("code.hint"),
      label: t("code.button"),
      error: error?.text,
      back,
    }),
  });
}

function codeForm(
  locale: Locale,
  form: {
    readonly action: string;
    readonly hint: string;
    readonly label: string;
    readonly error: string | undefined;
    readonly back?: string;
  },
): SafeHtml {
  return html`<form method="post" action="${form.action}" novalidate>
    ${form.back !== undefined && html`<input type="hidden" name="zurueck" value="${form.back}" />`}
    ${textInput({
      name: "code",
      label: factorTexts(locale)("code.label"),
      hint: form.hint,
      autocomplete: "one-time-code",
      maxLength: 40,
      width: 20,
      error: form.error,
      locale,
    })}
    ${button({ label: form.label })}
  </form>`;
}
