import { html } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { referenceNumber } from "../../../ui/reference-number.ts";
import { section } from "../../../ui/section.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Amendment, Submission } from "../use-cases/read-submission.ts";
import { sentChanges } from "./correction-changes.ts";
import { forgetSection, receiptSection, statusSection } from "./sent-page.ts";

/** Shown only after the commit: what was changed, and the receipt with it. */
export function amendedPage(
  request: PortalRequest,
  submission: Submission,
  amendment: Amendment,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { leistungSlug, reference } = submission;
  return page({
    title: t("correction.sent.title"),
    section: "/leistungen",
    scripts: ["copy-reference"],
    main: html`${pageHeading({ title: t("correction.sent.title"), preline: submission.leistungTitle })}
    ${alert({
      kind: "success",
      title: t("correction.sent.body", {
        date: formatDate(amendment.submittedAt, locale),
        time: formatClock(amendment.submittedAt, locale),
      }),
      isAnnounced: true,
    })}
    ${referenceNumber({ label: t("sent.reference"), value: reference, locale })}
    ${sentChanges(amendment, locale)}
    ${section({
      title: t("sent.next"),
      body: html`<p class="kern-body">${t("correction.sent.next")}</p>`,
    })}
    ${statusSection(request, submission)}
    ${receiptSection(locale, leistungSlug)}
    ${forgetSection(locale, leistungSlug)}`,
  });
}
