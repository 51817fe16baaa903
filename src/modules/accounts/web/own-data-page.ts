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
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { removalDay } from "../domain/account-term.ts";
import { accountsTexts } from "../i18n/texts.ts";
import { accountPaths } from "./account-paths.ts";

export type OwnDataProps = {
  readonly hasPassword: boolean;
  /** When the account goes by itself counts from now on: somebody is signed in. */
  readonly now: Date;
  readonly errors: Readonly<Partial<Record<"confirmed" | "password", string>>>;
  /** Why the account cannot be deleted yet. */
  readonly obstacle?: string | undefined;
};

/** Take the own data along, or delete the account. */
export function ownDataPage(
  { locale }: Pick<PortalRequest, "locale">,
  props: OwnDataProps,
): Page {
  const t = accountsTexts(locale);
  const title = t("data.title");
  const errors = Object.entries(props.errors).map(([fieldId, text]) => ({
    fieldId,
    text,
  }));
  const isWrong = errors.length > 0 || props.obstacle !== undefined;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("error-title", { title }) : title,
    section: accountPaths.start,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${errorSummary({ errors, locale })}
    ${
      props.obstacle !== undefined &&
      alert({
        kind: "warning",
        title: t("delete.obstacle"),
        body: props.obstacle,
        isAnnounced: true,
      })
    }
    ${pageHeading({ title, lead: t("data.lead") })} ${exportSection(locale)}
    ${deleteSection(locale, props)}`,
  });
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

function deleteForm(
  locale: Locale,
  { hasPassword, errors }: OwnDataProps,
): SafeHtml {
  const t = accountsTexts(locale);
  return html`<form method="post" action="${accountPaths.data}" novalidate>
    ${checkbox({
      name: "confirmed",
      label: t("delete.confirm"),
      error: errors.confirmed,
      locale,
    })}
    ${
      hasPassword &&
      textInput({
        name: "password",
        label: t("delete.password"),
        type: "password",
        autocomplete: "current-password",
        error: errors.password,
        locale,
      })
    }
    ${button({ label: t("delete.button"), variant: "secondary" })}
  </form>`;
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
