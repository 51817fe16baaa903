import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { longestPasskeyName } from "../domain/passkey.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import type { OwnPasskey } from "../use-cases/own-passkeys.ts";
import { accountPaths } from "./account-paths.ts";
import {
  passkeyDomainOf,
  passkeyForm,
  passkeyScript,
  unsupportedNote,
} from "./passkey-form.ts";

/** What has just been done, from the address. */
export const passkeyNews = ["added", "renamed", "removed"] as const;
export type PasskeyNews = (typeof passkeyNews)[number];

export type PasskeyFault =
  "name-missing" | "too-many" | "refused" | "last-means";

export type PasskeyPageProps = {
  readonly passkeys: readonly OwnPasskey[];
  readonly news?: PasskeyNews | undefined;
  readonly fault?: PasskeyFault | undefined;
};

/** What passkeys are, those of the account, and a form for one more. */
export function passkeyPage(
  request: PortalRequest,
  { passkeys, news, fault }: PasskeyPageProps,
): Page {
  const { locale } = request;
  const t = factorTexts(locale);
  const title = t("passkey.title");
  return page({
    status: fault ? 422 : 200,
    title: fault ? t("error-title", { title }) : title,
    section: "/konto",
    scripts: [passkeyScript],
    main: html`${pageHeading({ title, lead: t("passkey.lead") })}
    ${news && alert({ kind: "success", title: t(`passkey.${news}`), isAnnounced: true })}
    ${fault && alert({ kind: "danger", title: faultText(fault, locale), isAnnounced: true })}
    ${section({
      title: t("passkey.list.title"),
      body: passkeyList(passkeys, locale),
    })}
    ${section({ title: t("passkey.add.title"), body: addForm(request) })}
    ${section({
      title: t("passkey.what.title"),
      body: explanation(request),
    })}`,
  });
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

function addForm({ locale }: PortalRequest): SafeHtml {
  const t = factorTexts(locale);
  return html`${unsupportedNote(locale)}
  ${passkeyForm({
    locale,
    does: "create",
    action: accountPaths.passkeys,
    options: accountPaths.askForNewPasskey,
    label: t("passkey.add.button"),
    fields: textInput({
      name: "name",
      label: t("passkey.add.label"),
      hint: t("passkey.add.hint"),
      maxLength: longestPasskeyName,
      locale,
    }),
  })}`;
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
    <form method="post" action="${accountPaths.passkeyRemoval(id)}">
      ${button({ label: t("passkey.remove"), context: name, variant: "tertiary", icon: "delete" })}
    </form>`;
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
