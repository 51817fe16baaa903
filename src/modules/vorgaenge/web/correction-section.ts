import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { changesTable } from "../../../ui/changes-table.ts";
import { heading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import type { CorrectionRequest } from "../domain/correction-request.ts";
import { isAllowed } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { SubmissionView, VorgangSection } from "../ports.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** What the applicant has corrected, old and new side by side, the newest first. Nothing where nothing was. */
export function correctionsSections(
  { corrections = [] }: SubmissionView,
  locale: Locale,
): readonly VorgangSection[] {
  if (corrections.length === 0) return [];
  const t = vorgaengeTexts(locale);
  const blocks = corrections.toReversed().map(({ at, changes }) => {
    const caption = t("corrections.at", { at: formatDateTime(at, locale) });
    return html`${heading(3, caption)}
    ${changesTable({ caption, changes, locale })}`;
  });
  return [
    {
      id: "korrekturen",
      title: t("corrections.title"),
      body: html`${blocks}`,
    },
  ];
}

/** The way to ask back in the form, as long as the state allows a question. */
export function askCorrectionLink(
  { id, state }: Vorgang,
  locale: Locale,
): SafeHtml | false {
  return (
    isAllowed(state, "question-asked") &&
    linkButton({
      label: vorgaengeTexts(locale)("ask.link"),
      href: vorgaengePaths.ask(id),
      variant: "secondary",
    })
  );
}

/** Below the page with the state. */
export function correctionPath(ownPath: string): string {
  return `${ownPath}/korrektur`;
}

/** For the applicant: what is asked in the form, and the way to it. */
export function correctionSection(
  request: CorrectionRequest | undefined,
  ownPath: string | undefined,
  locale: Locale,
): SafeHtml | false {
  if (!request || ownPath === undefined) return false;
  const t = vorgaengeTexts(locale);
  const { answerBy, items } = request;
  return section({
    title: t("correct.title"),
    body: html`<p class="kern-body">${t("correct.body")}</p>
      <ul class="kern-list kern-list--bullet" lang="de">
        ${items.map(({ label, text }) => html`<li><strong>${label}</strong>${text !== "" && html`: ${text}`}</li>`)}
      </ul>
      ${answerBy !== undefined && html`<p class="kern-body"><strong>${t("correct.by", { date: formatDate(new Date(answerBy), locale) })}</strong></p>`}
      <form method="post" action="${correctionPath(ownPath)}">
        ${button({ label: t("correct.button") })}
      </form>`,
  });
}

/** The office does not wait for it any more. */
export function goneNotice(locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "info",
    title: t("correct.gone.title"),
    body: t("correct.gone.body"),
    isAnnounced: true,
  });
}
