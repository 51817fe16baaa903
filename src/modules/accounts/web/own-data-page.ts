import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { removalDay } from "../domain/account-term.ts";
import { accountsTexts } from "../i18n/texts.ts";
import { accountPaths } from "./account-paths.ts";
import { formPage, type FormError } from "./form-page.ts";
import { proofPage, type AskedProof } from "./proof-form.ts";

export type OwnDataProps = {
  /** When the account goes by itself counts from now on: somebody is signed in. */
  readonly now: Date;
  readonly error?: "unconfirmed";
  /** Why the account cannot be deleted yet. */
  readonly obstacle?: string | undefined;
};

/** Take the own data along, or delete the account. */
export function ownDataPage(
  { locale }: Pick<PortalRequest, "locale">,
  props: OwnDataProps,
): Page {
  const { error, obstacle } = props;
  const t = accountsTexts(locale);
  const shown = formPage({
    locale,
    title: t("data.title"),
    lead: t("data.lead"),
    error: error && { status: 422, text: t("delete.unconfirmed") },
    errorField: "confirmed",
    body: html`${
      obstacle !== undefined &&
      alert({
        kind: "warning",
        title: t("delete.obstacle"),
        body: obstacle,
        isAnnounced: true,
      })
    }
    ${exportSection(locale)} ${deleteSection(locale, props)}`,
  });
  return obstacle === undefined ? shown : { ...shown, status: 422 };
}

function exportSection(locale: Locale): SafeHtml {
  const t = accountsTexts(locale);
  const download = (format: "pdf" | "json") =>
    button({
      label: t(`export.${format}`),
      name: "format",
      value: format,
      variant: "secondary",
    });
  return section({
    title: t("export.title"),
    body: html`<p>${t("export.lead")}</p>
      <form method="post" action="${accountPaths.exported}">
        ${buttonRow(download("pdf"), download("json"))}
      </form>`,
  });
}

function deleteSection(locale: Locale, props: OwnDataProps): SafeHtml {
  const t = accountsTexts(locale);
  const day = formatDate(removalDay(props.now), locale);
  return section({
    title: t("delete.title"),
    body: html`<p>${t("delete.lead")}</p>
      <ul class="kern-list">
        <li>${t("delete.goes")}</li>
        <li>${t("delete.stays")}</li>
        <li>${t("delete.itself", { day })}</li>
      </ul>
      ${deleteForm(locale, props)}`,
  });
}

function deleteForm(locale: Locale, { error }: OwnDataProps): SafeHtml {
  const t = accountsTexts(locale);
  return html`<form method="post" action="${accountPaths.data}" novalidate>
    ${checkbox({
      name: "confirmed",
      label: t("delete.confirm"),
      error: error && t("delete.unconfirmed"),
      locale,
    })}
    ${button({ label: t("delete.button"), variant: "secondary" })}
  </form>`;
}

export type ExportFormat = "pdf" | "json";

type Asked = {
  readonly proof: AskedProof;
  readonly error?: FormError;
};

/** Before everything is handed out. The format that was chosen goes along. */
export function exportProofPage(
  { locale }: PortalRequest,
  { format, ...asked }: Asked & { readonly format: ExportFormat },
): Page {
  const t = accountsTexts(locale);
  return proofPage(locale, {
    title: t("export.proof.title"),
    lead: t(asked.proof.isFresh ? "export.proof.ready" : "export.proof.lead"),
    action: accountPaths.exported,
    label: t(`export.${format}`),
    variant: "primary",
    fields: html`<input type="hidden" name="format" value="${format}" />`,
    back: { href: accountPaths.data, label: t("data.back") },
    ...asked,
  });
}

/** Before everything is gone. */
export function deletionProofPage(
  { locale }: PortalRequest,
  { proof, error }: Asked,
): Page {
  const t = accountsTexts(locale);
  return proofPage(locale, {
    proof,
    error,
    title: t("delete.proof.title"),
    lead: t(proof.isFresh ? "delete.proof.ready" : "delete.proof.lead"),
    action: accountPaths.data,
    label: t("delete.button"),
    variant: "primary",
    fields: html`<input type="hidden" name="confirmed" value="true" />`,
    back: { href: accountPaths.data, label: t("data.back") },
  });
}

/** The account is gone. */
export function deletedPage({ locale }: Pick<PortalRequest, "locale">): Page {
  const t = accountsTexts(locale);
  return page({
    title: t("deleted.title"),
    main: html`${pageHeading({ title: t("deleted.title"), lead: t("deleted.lead") })}
      <p><a class="kern-link" href="/">${t("deleted.start")}</a></p>`,
  });
}
