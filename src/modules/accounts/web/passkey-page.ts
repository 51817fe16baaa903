import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Page, PortalRequest } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { deviceOf } from "../domain/device.ts";
import { longestPasskeyName, mostPasskeys } from "../domain/passkey.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { OwnPasskey } from "../use-cases/own-passkeys.ts";
import { accountPaths } from "./account-paths.ts";
import {
  passkeyDomainOf,
  passkeyForm,
  passkeyScript,
  unsupportedNote,
  whereSupported,
} from "./passkey-form.ts";
import { backToSecurity, formPage, type FormError } from "./form-page.ts";
import { proofForms, proofPage, type AskedProof } from "./proof-form.ts";

/** What has just been done, from the address. */
export const passkeyNews = ["added", "renamed", "removed"] as const;
export type PasskeyNews = (typeof passkeyNews)[number];

export type PasskeyFault =
  | "name-missing"
  | "too-many"
  | "refused"
  | "last-means";

export type PasskeyPageProps = {
  readonly passkeys: readonly OwnPasskey[];
  readonly proof: AskedProof;
  readonly news?: PasskeyNews | undefined;
  readonly fault?: PasskeyFault | undefined;
  /** Of the proof that is asked before one more is made. */
  readonly error?: FormError | undefined;
};

/** What passkeys are, those of the account, and a form for one more. */
export function passkeyPage(
  request: PortalRequest,
  props: PasskeyPageProps,
): Page {
  const { locale } = request;
  const { passkeys, news, fault } = props;
  const t = factorTexts(locale);
  const shown = formPage({
    locale,
    back: backToSecurity(locale),
    title: t("passkey.title"),
    lead: t("passkey.lead"),
    error: props.error,
    errorField: "password",
    scripts: [passkeyScript],
    body: html`${news && alert({ kind: "success", title: t(`passkey.${news}`), isAnnounced: true })}
    ${fault && alert({ kind: "danger", title: faultText(fault, locale), isAnnounced: true })}
    ${section({
      title: t("passkey.list.title"),
      body: passkeyList(passkeys, locale),
    })}
    ${section({ title: t("passkey.add.title"), body: addSection({ locale, ...props }) })}
    ${section({
      title: t("passkey.what.title"),
      body: explanation(request),
    })}`,
  });
  return fault
    ? { ...shown, status: 422, title: t("error-title", { title: shown.title }) }
    : shown;
}

function explanation(request: PortalRequest): SafeHtml {
  const t = factorTexts(request.locale);
  const parts = [
    t("passkey.what.1"),
    t("passkey.what.2"),
    t("passkey.what.3"),
    t("passkey.what.4"),
    ...(passkeyDomainOf(request).isOneHost
      ? [t("passkey.where.one-host")]
      : []),
  ];
  return html`${parts.map((part) => html`<p class="kern-body">${part}</p>`)}`;
}

function faultText(
  fault: PasskeyFault,
  locale: PortalRequest["locale"],
): string {
  const t = factorTexts(locale);
  return fault === "last-means"
    ? t("passkey.last-means")
    : t(`passkey.add.${fault}`);
}

function addSection({
  locale,
  passkeys,
  proof,
  error,
}: PasskeyPageProps & Pick<PortalRequest, "locale">): SafeHtml {
  const t = factorTexts(locale);
  if (passkeys.length >= mostPasskeys)
    return html`<p class="kern-body">${t("passkey.add.too-many")}</p>`;
  return html`${unsupportedNote(locale)}
  ${whereSupported(
    proofForms(locale, {
      id: "password",
      action: accountPaths.newPasskey,
      label: t("passkey.add.button"),
      variant: "primary",
      proof,
      error: error?.text,
    }),
  )}`;
}

/** The owner has shown that it is them: now the device is asked. */
export function newPasskeyPage(
  { locale, userAgent }: PortalRequest,
  options: object,
): Page {
  const t = factorTexts(locale);
  return formPage({
    locale,
    title: t("passkey.add.title"),
    lead: t("passkey.add.lead"),
    scripts: [passkeyScript],
    body: html`${unsupportedNote(locale)}
      ${passkeyForm({
        locale,
        does: "create",
        action: accountPaths.passkeys,
        options,
        label: t("passkey.add.now"),
        fields: textInput({
          name: "name",
          label: t("passkey.add.label"),
          hint: t("passkey.add.hint"),
          value: deviceOf(userAgent),
          maxLength: longestPasskeyName,
          locale,
        }),
      })}
      <p>
        <a class="kern-link" href="${accountPaths.passkeys}"
          >${t("passkey.add.cancel")}</a
        >
      </p>`,
  });
}

/** Which passkey is to go, and whether it is its owner who says so. */
export function passkeyRemovalPage(
  locale: PortalRequest["locale"],
  {
    passkey,
    proof,
    error,
  }: {
    readonly passkey: OwnPasskey;
    readonly proof: AskedProof;
    readonly error: FormError | undefined;
  },
): Page {
  const t = factorTexts(locale);
  return proofPage(locale, {
    title: t("passkey.remove.title"),
    lead: t("passkey.remove.lead"),
    facts: [
      { term: t("passkey.rename.label"), value: passkey.name },
      {
        term: t("passkey.created"),
        value: formatDateTime(passkey.createdAt, locale),
      },
    ],
    action: accountPaths.passkeyRemoval(passkey.id),
    label: t("passkey.remove.button"),
    variant: "primary",
    proof,
    error,
    back: { href: accountPaths.passkeys, label: t("passkey.remove.cancel") },
  });
}

function passkeyList(
  passkeys: readonly OwnPasskey[],
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = factorTexts(locale);
  if (passkeys.length === 0)
    return html`<p class="kern-body">${t("passkey.list.none")}</p>`;
  return html`<ul class="portal-list" role="list">
    ${passkeys.map((passkey) => html`<li>${passkeyItem(passkey, locale)}</li>`)}
  </ul>`;
}

function passkeyItem(
  passkey: OwnPasskey,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = factorTexts(locale);
  const { id, name, createdAt, lastUsedAt, isConfirmed } = passkey;
  return html`<h3 class="kern-heading-small">${name}</h3>
    ${definitionRows([
      { term: t("passkey.created"), value: formatDateTime(createdAt, locale) },
      {
        term: t("passkey.used"),
        value: lastUsedAt
          ? formatDateTime(lastUsedAt, locale)
          : t("passkey.used.never"),
      },
      ...(isConfirmed
        ? [{ term: t("passkey.confirmed"), value: t("passkey.confirmed.yes") }]
        : []),
    ])}
    ${renameForm(passkey, locale)}
    ${linkButton({
      label: t("passkey.remove"),
      context: name,
      href: accountPaths.passkeyRemoval(id),
      variant: "tertiary",
      icon: "delete",
    })}`;
}

function renameForm(
  { id, name }: OwnPasskey,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = factorTexts(locale);
  return accordion({
    title: t("passkey.rename.title"),
    body: html`<form method="post" action="${accountPaths.passkeyName(id)}">
      ${textInput({
        name: "name",
        id: `name-${id}`,
        label: t("passkey.rename.label"),
        value: name,
        maxLength: longestPasskeyName,
        locale,
      })}
      ${button({ label: t("passkey.rename.button"), context: name, variant: "secondary" })}
    </form>`,
  });
}
