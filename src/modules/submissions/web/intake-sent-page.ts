import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { buttonRow, linkButton } from "../../../ui/button.ts";
import { copyableLink } from "../../../ui/copyable-link.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { printButton } from "../../../ui/print-button.ts";
import { referenceNumber } from "../../../ui/reference-number.ts";
import { section } from "../../../ui/section.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { intakeRows } from "../use-cases/describe-sender.ts";
import type { Submission } from "../use-cases/read-submission.ts";
import { antragPath } from "./antrag-request.ts";
import { intakePaths } from "./intake-paths.ts";

/** After a caseworker has sent an application for somebody: number, receipt and private link, to hand over. */
export function intakeSentPage(
  request: PortalRequest,
  submission: Submission,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { submittedAt, reference, leistungSlug, intake } = submission;
  const title = t("intake.sent.title");
  return page({
    title,
    section: intakePaths.list,
    scripts: ["copy-reference", "print-page"],
    main: html`${pageHeading({ title, preline: submission.leistungTitle })}
    ${alert({
      kind: "success",
      title: t("intake.sent.body", {
        date: formatDate(submittedAt, locale),
        time: formatClock(submittedAt, locale),
      }),
      isAnnounced: true,
    })}
    ${referenceNumber({ label: t("sent.reference"), value: reference, locale })}
    ${intake && definitionRows(intakeRows({ ...intake, takenAt: submittedAt }, locale))}
    ${linkSection(request, submission)}
    ${buttonRow(
      linkButton({
        label: t("intake.sent.receipt"),
        href: antragPath(leistungSlug, "/quittung.pdf"),
        icon: "download",
      }),
      linkButton({
        label: t("intake.sent.vorgang"),
        href: `/arbeitsplatz?${new URLSearchParams({ suche: reference }).toString()}`,
        variant: "secondary",
      }),
      linkButton({
        label: t("intake.sent.next"),
        href: intakePaths.list,
        variant: "tertiary",
      }),
    )}`,
  });
}

/** The private link, to hand over; an account needs none. */
function linkSection(
  { locale, baseUrl }: PortalRequest,
  submission: Submission,
): SafeHtml {
  const t = submissionsTexts(locale);
  return submission.owner
    ? html`<p class="kern-body">${t("intake.sent.account")}</p>`
    : section({
        title: t("intake.sent.link.title"),
        body: html`<p class="kern-body portal-no-print">
            ${t("intake.sent.link.body")}
          </p>
          <p class="kern-body portal-on-paper">
            ${t("intake.sent.link.print")}
          </p>
          ${copyableLink({ label: t("sent.status.address"), href: `${baseUrl}/status/${submission.statusKey}`, locale })}
          ${printButton(locale)}`,
      });
}
