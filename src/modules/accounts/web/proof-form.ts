import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { button, type ButtonVariant } from "../../../ui/button.ts";
import { textInput } from "../../../ui/text-input.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type {
  OwnerProof,
  OwnerProofRefusal,
} from "../use-cases/prove-owner.ts";
import { accountPaths } from "./account-paths.ts";
import { answerOf, passkeyForm } from "./passkey-form.ts";

/** What was wrong with a code or password. */
export type FormError = {
  readonly status: 422 | 429;
  readonly text: string;
  readonly retryAfterSeconds?: number;
};

export type ProofForms = {
  /** Of the password's field. */
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly variant: ButtonVariant;
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  readonly error: string | undefined;
  /** What goes along with either proof: hidden fields. */
  readonly fields?: HtmlValue;
};

/** Asks whether it is really the owner, by password, or by passkey where there is one. The page names the script `passkey`. */
export function proofForms(
  locale: Locale,
  { fields = false, ...form }: ProofForms,
): SafeHtml {
  const t = factorTexts(locale);
  return html`${form.hasPassword && passwordForm(locale, { fields, ...form })}
  ${
    form.hasPasskey &&
    passkeyForm({
      locale,
      does: "get",
      action: form.action,
      options: accountPaths.askForConfirmation,
      label: form.hasPassword
        ? `${form.label}: ${t("factor.with-passkey")}`
        : t("factor.with-passkey"),
      variant: form.hasPassword ? "tertiary" : form.variant,
      fields,
    })
  }`;
}

function passwordForm(locale: Locale, form: ProofForms): SafeHtml {
  const t = factorTexts(locale);
  return html`<form method="post" action="${form.action}" novalidate>
    ${form.fields}
    ${textInput({
      name: "password",
      id: form.id,
      label: t("factor.password"),
      hint: t("factor.password.hint"),
      type: "password",
      autocomplete: "current-password",
      error: form.error,
      locale,
    })}
    ${button({ label: form.label, variant: form.variant })}
  </form>`;
}

/** What the forms sent. */
export function proofOf(request: PortalRequest): OwnerProof {
  const password = request.fields.get("password") ?? "";
  return { ...answerOf(request), password };
}

/** What to say where the proof was none. */
export function proofError(
  request: PortalRequest,
  refusal: OwnerProofRefusal,
): FormError {
  if (refusal.kind === "too-many-attempts")
    return tooManyError(request, refusal);
  const t = factorTexts(request.locale);
  const isPasskey = request.fields.get("antwort") !== null;
  return {
    status: 422,
    text: t(isPasskey ? "passkey.failed" : "factor.not-proven"),
  };
}

/** 429: how long to wait. */
export function tooManyError(
  { locale }: Pick<PortalRequest, "locale">,
  { retryAfterSeconds }: TooManyAttempts,
): FormError {
  const text = factorTexts(locale)("too-many", { seconds: retryAfterSeconds });
  return { status: 429, text, retryAfterSeconds };
}
