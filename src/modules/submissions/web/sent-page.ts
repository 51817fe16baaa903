import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { copyableLink } from "../../../ui/copyable-link.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { referenceNumber } from "../../../ui/reference-number.ts";
import { section } from "../../../ui/section.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { germanLines, type LeistungWithOffice } from "../../catalogue/index.ts";
import type { Office, Portal } from "../../tenants/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Submission } from "../use-cases/read-submission.ts";
import { antragPath } from "./antrag-request.ts";
import { receiverNotice, receiverSection } from "./receiver-section.ts";
import { authorityUrl } from "./authority-url.ts";

export type SentPageProps = {
  readonly submission: Submission;
  readonly leistung: LeistungWithOffice | undefined;
  /** Whom the applicant reaches. */
  readonly office: Office | null | undefined;
};

/** Shown only after the commit: number, what happens next, status link, receipt. */
export function sentPage(
  request: PortalRequest,
  { submission, leistung, office }: SentPageProps,
): Page {
  const { locale, authority, portal } = request;
  const t = submissionsTexts(locale);
  // "We" would be the portal, which does not have it.
  const isElsewhere = authority.tenantId !== portal.tenantId;
  const { submittedAt, leistungSlug } = submission;
  return page({
    title: t("sent.title"),
    section: "/leistungen",
    scripts: ["copy-reference"],
    main: html`${pageHeading({ title: t("sent.title"), preline: submission.leistungTitle })}
    ${alert({
      kind: "success",
      title: t(isElsewhere ? "sent.body.elsewhere" : "sent.body", {
        date: formatDate(submittedAt, locale),
        time: formatClock(submittedAt, locale),
      }),
      isAnnounced: true,
    })}
    ${receiverNotice(request, "sent")}
    ${referenceNumber({ label: t("sent.reference"), value: submission.reference, locale })}
    ${section({
      title: t("sent.next"),
      body: html`${nextSteps(leistung, { authority: authority.name, locale })}
        <p class="kern-body">
          ${t("sent.contact", contactOf(office, authority))}
        </p>`,
    })}
    ${receiverSection(request, office)} ${statusSection(request, submission)}
    ${receiptSection(locale, leistungSlug)}
    ${forgetSection(locale, leistungSlug)}`,
  });
}

/** The private link to where it stands. */
export function statusSection(
  request: PortalRequest,
  { statusKey }: Submission,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const path = `/status/${statusKey}`;
  return section({
    title: t("sent.status.title"),
    body: html`<p class="kern-body">${t("sent.status.body")}</p>
      ${copyableLink({ label: t("sent.status.address"), href: `${authorityUrl(request)}${path}`, locale })}`,
  });
}

/** The receipt in its forms. */
export function receiptSection(locale: Locale, leistungSlug: string): SafeHtml {
  const t = submissionsTexts(locale);
  return section({
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
        linkButton({
          label: t("sent.receipt.csv"),
          href: antragPath(leistungSlug, "/angaben.csv"),
          variant: "tertiary",
        }),
        linkButton({
          label: t("print.link"),
          href: antragPath(leistungSlug, "/druck"),
          variant: "tertiary",
        }),
      )}`,
  });
}

/** For a device that others use, too. */
export function forgetSection(locale: Locale, leistungSlug: string): SafeHtml {
  const t = submissionsTexts(locale);
  return section({
    title: t("sent.forget.title"),
    body: html`<p class="kern-body">${t("sent.forget.body")}</p>
      <form method="post" action="${antragPath(leistungSlug, "/vergessen")}">
        ${button({ label: t("sent.forget.button"), variant: "secondary" })}
      </form>`,
  });
}

/** After the applicant had this device forget what was sent. */
export function forgottenPage({ locale }: PortalRequest): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("forgotten.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("forgotten.title") })}
    ${alert({ kind: "success", title: t("forgotten.body"), isAnnounced: true })}`,
  });
}

function nextSteps(
  leistung: LeistungWithOffice | undefined,
  {
    authority,
    locale,
  }: { readonly authority: string; readonly locale: Locale },
): SafeHtml {
  const steps = germanLines(leistung, "afterSending");
  if (steps.length === 0)
    return html`<p class="kern-body">
      ${submissionsTexts(locale)("sent.next.default", { authority })}
    </p>`;
  // Texts of a service are written in German only.
  return html`<ul class="kern-list kern-list--bullet" lang="de">
    ${steps.map((step) => html`<li>${step}</li>`)}
  </ul>`;
}

function contactOf(
  office: Office | null | undefined,
  portal: Portal,
): { office: string; phone: string } {
  return office ? { office: office.name, phone: office.phone } : portal.contact;
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
