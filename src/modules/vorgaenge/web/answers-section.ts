import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { heading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { summaryList } from "../../../ui/summary-list.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type {
  AnswersFormat,
  SubmissionView,
  VorgangSection,
} from "../ports.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** In the order of the page: what opens in a spreadsheet first. */
export const answersFormats: readonly AnswersFormat[] = ["csv", "json", "xml"];

/** What was filled in, in the words of the form, and the ways to take it along. */
export function answersSection(
  vorgangId: string,
  { sections }: Pick<SubmissionView, "sections">,
  locale: Locale,
): VorgangSection {
  const t = vorgaengeTexts(locale);
  return {
    id: "angaben",
    title: t("vorgang.answers"),
    body: html`${answerParts(sections, locale)} ${downloads(vorgangId, locale)}`,
  };
}

/** Answers part by part. */
export function answerParts(
  sections: SubmissionView["sections"],
  locale: Locale,
): SafeHtml {
  return html`${sections.map(
    ({ heading: title, entries }) =>
      html`<section class="portal-summary">
        ${heading(3, title)} ${summaryList({ entries, locale })}
      </section>`,
  )}`;
}

function downloads(vorgangId: string, locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<p class="kern-body portal-no-print">
    ${t("vorgang.answers.downloads")}
    ${link(vorgaengePaths.pdf(vorgangId), t("vorgang.pdf"))}${answersFormats.map(
      (format) =>
        html`,
        ${link(vorgaengePaths.answers(vorgangId, format), t(`vorgang.answers.${format}`))}`,
    )}
  </p>`;
}
