import { html } from "../../../platform/html/html.ts";
import { formatDate, formatTime } from "../../../platform/i18n/dates.ts";
import { alert } from "../../../ui/alert.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { referenceNumber } from "../../../ui/reference-number.ts";
import { section } from "../../../ui/section.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import type { Leistung } from "../../catalogue/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Submission } from "../use-cases/read-submission.ts";
import { antragPath } from "./antrag-request.ts";

export type SentPageProps = {
  readonly submission: Submission;
  readonly leistung: Leistung | undefined;
};

/** Shown only after the commit: number, what happens next, status link, receipt. */
export function sentPage(
  { locale, portal, baseUrl }: PortalRequest,
  { submission, leistung }: SentPageProps,
): Page {
  const t = submissionsTexts(locale);
  const { submittedAt, leistungSlug } = submission;
  const statusPath = `/status/${submission.statusKey}`;
  return page({
    title: t("sent.title"),
    section: "/leistungen",
    scripts: ["copy-reference"],
    main: html`${alert({
      kind: "success",
      title: t("sent.title"),
      body: t("sent.body", {
        date: formatDate(submittedAt, locale),
        time: formatTime(submittedAt, locale),
      }),
      isAnnounced: true,
    })}
    ${pageHeading({ title: submission.leistungTitle })}
    ${referenceNumber({ label: t("sent.reference"), value: submission.reference, locale })}
    ${section({
      title: t("sent.next"),
      body: html`<p class="kern-body">
          ${leistung?.afterSending ?? t("sent.next.default", { authority: portal.name })}
        </p>
        <p class="kern-body">
          ${t("sent.contact", { office: portal.contact.office, phone: portal.contact.phone })}
        </p>`,
    })}
    ${section({
      title: t("sent.status.title"),
      body: html`<p class="kern-body">${t("sent.status.body")}</p>
        <p class="kern-body">
          ${t("sent.status.address")}:
          <a class="kern-link portal-break" href="${statusPath}"
            >${baseUrl}${statusPath}</a
          >
        </p>`,
    })}
    ${section({
      title: t("sent.receipt.title"),
      body: html`<p class="kern-body">${t("sent.receipt.body")}</p>
        ${buttonRow(
          linkButton({
            label: t("sent.receipt.pdf"),
            href: antragPath(leistungSlug, "/quittung.pdf"),
            icon: "download",
          }),
          linkButton({
            label: t("sent.receipt.json"),
            href: antragPath(leistungSlug, "/quittung.json"),
            variant: "tertiary",
          }),
        )}`,
    })}`,
  });
}

/** Somebody opened the address of the confirmation without having sent anything from this browser. */
export function nothingSentPage({ locale, params }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  return page({
    status: 404,
    title: t("sent.missing.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("sent.missing.title"), lead: t("sent.missing.body") })}
    ${linkButton({ label: t("start.button"), href: antragPath(params["name"] ?? "") })}`,
  });
}
