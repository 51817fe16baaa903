import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import type { Page, PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { attributes } from "../../../ui/attributes.ts";
import { button, linkButton, type ButtonVariant } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { textInput } from "../../../ui/text-input.ts";
import { reaches } from "../domain/assurance-level.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { ListSignInWays } from "../ports.ts";
import {
  readProofMeans,
  type OwnerProof,
  type OwnerProofRefusal,
  type ProofMeans,
} from "../use-cases/prove-owner.ts";
import { accountPaths } from "./account-paths.ts";
import { formPage, type FormError } from "./form-page.ts";
import { answerOf, passkeyForm, passkeyScript } from "./passkey-form.ts";

export type ProofPorts = { readonly listSignInWays: ListSignInWays };

/** What the owner can show here and now. */
export type AskedProof = Pick<
  ProofMeans,
  "hasPassword" | "hasPasskey" | "isFresh"
> & {
  /** Identity providers to go to and come back from, which is a proof, too. */
  readonly ways: readonly {
    readonly name: string;
    readonly path: string;
    readonly isDown: boolean;
  }[];
};

/** How the owner can prove it here; `back` is where a provider leads back to. Undefined when the account is gone. */
export async function askProof(
  request: PortalRequest,
  { listSignInWays }: ProofPorts,
  back: string,
): Promise<AskedProof | undefined> {
  const { account, accountContext, locale, portal } = request;
  const means = account && (await readProofMeans(accountContext, account));
  if (!means) return undefined;
  const { assuranceLevel: niveau } = account;
  const query = new URLSearchParams({ zurueck: back, niveau }).toString();
  const ways = await listSignInWays(accountContext, {
    portalTenantId: portal.tenantId,
    locale,
  });
  return {
    ...means,
    ways: ways
      .filter(({ key }) => means.providers.includes(key))
      .filter((way) => reaches(way.assuranceLevel, niveau))
      .map(({ name, path, isDown }) => ({
        name,
        isDown,
        path: `${path}?${query}`,
      })),
  };
}

export type ProofForms = {
  /** Of the password's field. */
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly variant: ButtonVariant;
  readonly proof: AskedProof;
  readonly error: string | undefined;
  /** What goes along with any proof: hidden fields. */
  readonly fields?: HtmlValue;
};

/** Asks whether it is really the owner: by password, passkey, or a way to the provider. The page names the script `passkey`. */
export function proofForms(
  locale: Locale,
  { fields = false, ...form }: ProofForms,
): SafeHtml {
  const { hasPassword, hasPasskey, isFresh } = form.proof;
  if (isFresh) return freshForm({ fields, ...form });
  return html`${hasPassword && passwordForm(locale, { fields, ...form })}
  ${hasPasskey && passkeyProof(locale, { fields, ...form })}
  ${providerLinks(locale, form)}`;
}

function passkeyProof(locale: Locale, form: ProofForms): SafeHtml {
  const t = factorTexts(locale);
  const { hasPassword } = form.proof;
  return passkeyForm({
    locale,
    does: "get",
    action: form.action,
    options: accountPaths.askForConfirmation,
    label: hasPassword
      ? `${form.label}: ${t("factor.with-passkey")}`
      : t("factor.with-passkey"),
    variant: hasPassword ? "tertiary" : form.variant,
    fields: form.fields,
  });
}

/** Nothing more to show: the button alone. */
function freshForm({ action, fields, label, variant }: ProofForms): SafeHtml {
  return html`<form method="post" action="${action}">
    ${fields}<input type="hidden" name="password" value="" />
    ${button({ label, variant })}
  </form>`;
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

function providerLinks(
  locale: Locale,
  { id, proof, variant }: ProofForms,
): SafeHtml | undefined {
  const t = factorTexts(locale);
  const { hasPassword, hasPasskey, ways } = proof;
  const isOnly = !hasPassword && !hasPasskey;
  if (ways.length === 0)
    return isOnly ? alert({ kind: "info", title: t("proof.none") }) : undefined;
  return html`<div${attributes({ id: isOnly ? id : undefined })}>
    <p>${t(isOnly ? "proof.provider.only" : "proof.provider.or")}</p>
    ${ways.map(({ name, path, isDown }) =>
      isDown
        ? alert({ kind: "warning", title: t("proof.provider.down", { name }) })
        : linkButton({
            label: t("proof.provider", { name }),
            href: path,
            variant: isOnly ? variant : "tertiary",
          }),
    )}
  </div>`;
}

export type ProofPageContent = Omit<ProofForms, "id" | "error"> & {
  readonly title: string;
  readonly lead?: string;
  /** What is about to happen to which thing. */
  readonly facts?: readonly { readonly term: string; readonly value: string }[];
  readonly error?: FormError | undefined;
  /** Out of here, with nothing done. */
  readonly back: { readonly href: string; readonly label: string };
};

/** Shows once more what is about to happen, and asks whether it is really the owner. */
export function proofPage(
  locale: Locale,
  { title, lead, facts = [], error, back, ...forms }: ProofPageContent,
): Page {
  return formPage({
    locale,
    title,
    lead,
    error,
    errorField: "password",
    scripts: [passkeyScript],
    body: html`${facts.length > 0 && definitionRows(facts)}
      ${proofForms(locale, { ...forms, id: "password", error: error?.text })}
      <p><a class="kern-link" href="${back.href}">${back.label}</a></p>`,
  });
}

/** What the forms sent. */
export function proofOf(request: PortalRequest): OwnerProof {
  const password = request.fields.get("password") ?? "";
  return { ...answerOf(request), password, session: request.account };
}

/** Whether a proof was sent, right or wrong. */
export function hasProof({ fields }: PortalRequest): boolean {
  return fields.has("password") || fields.has("antwort");
}

/** What to say where the proof was none. */
export function proofError(
  request: PortalRequest,
  refusal: OwnerProofRefusal,
): FormError {
  if (refusal.kind === "too-many-attempts")
    return tooManyError(request, refusal);
  const t = factorTexts(request.locale);
  return { status: 422, text: t(whatFailed(request)) };
}

function whatFailed({ fields }: PortalRequest) {
  if (fields.has("antwort")) return "passkey.failed";
  return fields.get("password") === "" ? "proof.missing" : "factor.not-proven";
}

/** 429: how long to wait. */
export function tooManyError(
  { locale }: Pick<PortalRequest, "locale">,
  { retryAfterSeconds }: TooManyAttempts,
): FormError {
  const text = factorTexts(locale)("too-many", { seconds: retryAfterSeconds });
  return { status: 429, text, retryAfterSeconds };
}
