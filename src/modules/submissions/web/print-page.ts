import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { printButton } from "../../../ui/print-button.ts";
import { summarySection } from "../../../ui/summary-list.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { summarise, type EvaluatedForm } from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import {
  evaluateDraft,
  evaluateSubmission,
} from "../use-cases/evaluate-draft.ts";
import type { Draft } from "../domain/draft.ts";
import type { Submission } from "../use-cases/read-submission.ts";
import { antragPath } from "./antrag-request.ts";
import { formForVisitor, inFormLanguage } from "./form-language.ts";
import { signatureBlock } from "./signature-block.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";

/** All answers of a draft on one page, for paper. */
export function printDraftPage(request: PortalRequest, draft: Draft): Page {
  const { locale, context } = request;
  const t = submissionsTexts(locale);
  return printPage(request, {
    title: draft.definition.title,
    back: {
      label: t("check.title"),
      href: antragPath(draft.leistungSlug, "/pruefen"),
    },
    lead: t("print.draft", {
      date: formatDate(context.now, locale),
      time: formatClock(context.now, locale),
    }),
    form: evaluateDraft(draft),
    end: html`${signatureBlock(draft, locale)}
    ${sessionEnd(request, draft, { isStep: false })}`,
  });
}

/** The same of what was sent. */
export function printSubmissionPage(
  request: PortalRequest,
  submission: Submission,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  return printPage(request, {
    title: submission.leistungTitle,
    back: {
      label: t("sent.title"),
      href: antragPath(submission.leistungSlug, "/gesendet"),
    },
    lead: t("print.sent", {
      date: formatDate(submission.submittedAt, locale),
      time: formatClock(submission.submittedAt, locale),
      reference: submission.reference,
    }),
    form: evaluateSubmission({
      ...submission,
      definition: formForVisitor(request, submission.definition),
    }),
    end: false,
  });
}

type PrintProps = {
  readonly title: string;
  readonly back: { readonly label: string; readonly href: string };
  readonly lead: string;
  readonly form: EvaluatedForm;
  readonly end: SafeHtml | false;
};

function printPage(
  request: PortalRequest,
  { title, back, lead, form, end }: PrintProps,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  return page({
    title: `${t("print.title")}: ${title}`,
    section: "/leistungen",
    scripts: ["print-page", sessionScript],
    main: html`${backLink(back)}
    ${pageHeading({ title, preline: t("print.title"), lead })}
    ${printButton(locale)}
    ${inFormLanguage(request, form.definition, allSections(form, locale))}
    ${end}`,
  });
}

function allSections(form: EvaluatedForm, locale: Locale): SafeHtml {
  const shown = summarise(form, locale).filter(
    ({ entries, path }) => entries.length > 0 || path !== "",
  );
  return html`<div class="portal-print-sections">
    ${shown.map(({ heading, entries }) => summarySection({ heading, entries, locale }))}
  </div>`;
}
